import { For } from 'solid-js'
import { SelectField, TextArea, TextField } from '../../ui/Field.tsx'
import styles from './BriefDetails.module.css'
import { lengthUnits, outputChoices, type BriefFields } from './briefFields.ts'

type Texts = Exclude<keyof BriefFields, 'lengthUnit' | 'output'>

/** All optional: each filled field becomes a section of the prompt, or a line of one. */
export function BriefDetails(props: { fields: BriefFields; onChange: (change: Partial<BriefFields>) => void }) {
  const bind = (name: Texts) => ({
    get value() {
      return props.fields[name]
    },
    onInput: (event: { currentTarget: { value: string } }) => props.onChange({ [name]: event.currentTarget.value }),
  })
  return (
    <div class={styles.details}>
      <TextField label="Role" placeholder="A patient travel agent" {...bind('role')} />
      <TextField label="Audience" placeholder="First-time visitors to the city" {...bind('audience')} />
      <div class={styles.whole}>
        <TextArea label="Tasks" hint="One a line, in the order they are to be done." rows={2} {...bind('steps')} />
      </div>
      <TextArea label="Always" hint="One rule a line." rows={2} {...bind('do')} />
      <TextArea label="Never" hint="One rule a line, read as “Never …”." rows={2} {...bind('dont')} />
      <TextField label="Tone" placeholder="warm, exact" hint="A few words, with commas between." {...bind('tone')} />
      <TextField label="Language" placeholder="British English" {...bind('language')} />
      <div class={styles.pair}>
        <TextField label="Length, at most" inputmode="numeric" placeholder="150" {...bind('atMost')} />
        <SelectField
          label="Counted in"
          value={props.fields.lengthUnit}
          onChange={(event) => {
            const unit = lengthUnits.find((one) => one === event.currentTarget.value)
            if (unit) props.onChange({ lengthUnit: unit })
          }}
        >
          <For each={lengthUnits}>{(unit) => <option value={unit}>{unit}</option>}</For>
        </SelectField>
      </div>
      <SelectField
        label="Output format"
        value={props.fields.output}
        onChange={(event) =>
          props.onChange({ output: outputChoices.find((one) => one.value === event.currentTarget.value)?.value ?? '' })
        }
      >
        <option value="">Not said</option>
        <For each={outputChoices}>{(choice) => <option value={choice.value}>{choice.label}</option>}</For>
      </SelectField>
    </div>
  )
}
