import { variableSchema, variableTypes } from '@prologue/prompt-kit'
import { createEffect, createSignal, For, onMount, Show, untrack } from 'solid-js'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { SelectField, TextArea, TextField } from '../../ui/Field.tsx'
import type { FieldFaults } from './judgeVariables.ts'
import { typeWords } from './typeWords.ts'
import { fieldsFor, type VariableFields } from './variableFields.ts'
import { ValueField } from './ValueField.tsx'
import styles from './VariableForm.module.css'

const sourceChoices = [
  { value: 'author', label: 'Whoever uses it', hint: 'Filled in by whoever uses the template' },
  { value: 'end-user', label: 'People outside', hint: 'Comes from people outside, so it is never trusted' },
] as const

/** Every field of a declaration. A new name is taken when it is a name and nobody has it, once the field is left. */
export function VariableForm(props: {
  fields: VariableFields
  faults: FieldFaults
  fresh: boolean
  isTaken: (name: string) => boolean
  onChange: (fields: Partial<VariableFields>) => void
  onRename: (to: string) => void
}) {
  const [name, setName] = createSignal('')
  createEffect(() => setName(props.fields.name))
  let place: HTMLDivElement | undefined
  onMount(() => {
    if (props.fresh) place?.querySelector('input')?.select()
  })
  const nameFault = () => {
    if (name() === props.fields.name) return props.faults['name']
    if (props.isTaken(name())) return 'This name is taken.'
    return variableSchema.safeParse({ name: name(), type: 'text' }).error?.issues[0]?.message
  }
  const rename = () => {
    if (name() !== props.fields.name && nameFault() === undefined) props.onRename(name())
  }
  // Open from the start where something of it is said already.
  const initialFields = untrack(() => props.fields)
  const saysMore = () =>
    initialFields.source === 'end-user' ||
    initialFields.sensitive ||
    [initialFields.min, initialFields.max, initialFields.pattern, initialFields.example].some((text) => text !== '') ||
    ['min', 'max', 'pattern', 'example'].some((field) => props.faults[field] !== undefined)
  const has = () => fieldsFor(props.fields.type)
  const bounds = () => {
    if (props.fields.type === 'list') return ['Fewest', 'Most'] as const
    return props.fields.type === 'number' || props.fields.type === 'integer'
      ? (['Least', 'Most'] as const)
      : (['Fewest characters', 'Most characters'] as const)
  }

  return (
    <div class={styles.form} ref={(element) => (place = element)}>
      <div class={styles.pair}>
        <TextField
          label="Name"
          hint="As the text writes it"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          maxlength={64}
          value={name()}
          error={nameFault()}
          onInput={(event) => setName(event.currentTarget.value)}
          onChange={rename}
        />
        <SelectField
          label="Kind"
          value={props.fields.type}
          onChange={(event) => {
            const type = variableTypes.find((one) => one === event.currentTarget.value)
            if (type) props.onChange({ type })
          }}
        >
          <For each={variableTypes}>
            {(type) => (
              <option value={type} selected={type === props.fields.type}>
                {typeWords[type]}
              </option>
            )}
          </For>
        </SelectField>
      </div>
      <TextField
        label="Label"
        hint="What a form calls it"
        autocomplete="off"
        maxlength={100}
        value={props.fields.label}
        error={props.faults['label']}
        onInput={(event) => props.onChange({ label: event.currentTarget.value })}
      />
      <Show when={has().options}>
        <TextArea
          label="Options"
          hint="One a line"
          rows={3}
          value={props.fields.options}
          error={props.faults['options']}
          onInput={(event) => props.onChange({ options: event.currentTarget.value })}
        />
      </Show>
      <ValueField
        label="Default"
        hint="Stands in where nothing is filled in"
        fields={props.fields}
        value={props.fields.default}
        error={props.faults['default']}
        onInput={(value) => props.onChange({ default: value })}
      />
      <Checkbox
        label="A value is required"
        hint="Where there is no default"
        checked={props.fields.required}
        onChange={(required) => props.onChange({ required })}
      />
      <details class={styles.more} open={saysMore()}>
        <summary>Limits, example, who fills it in</summary>
        <div class={styles.form}>
          <Show when={has().bounds}>
            <div class={styles.pair}>
              <TextField
                label={bounds()[0]}
                inputmode="decimal"
                autocomplete="off"
                value={props.fields.min}
                error={props.faults['min']}
                onInput={(event) => props.onChange({ min: event.currentTarget.value })}
              />
              <TextField
                label={bounds()[1]}
                inputmode="decimal"
                autocomplete="off"
                value={props.fields.max}
                error={props.faults['max']}
                onInput={(event) => props.onChange({ max: event.currentTarget.value })}
              />
            </div>
          </Show>
          <Show when={has().pattern}>
            <TextField
              label="Pattern"
              hint="A regular expression that the whole text must match"
              autocomplete="off"
              autocapitalize="none"
              spellcheck={false}
              maxlength={200}
              value={props.fields.pattern}
              error={props.faults['pattern']}
              onInput={(event) => props.onChange({ pattern: event.currentTarget.value })}
            />
          </Show>
          <ValueField
            label="Example"
            hint="Shows what is meant"
            fields={props.fields}
            value={props.fields.example}
            error={props.faults['example']}
            onInput={(value) => props.onChange({ example: value })}
          />
          <div class={styles.source}>
            <Choices
              legend="Filled in by"
              value={props.fields.source}
              choices={sourceChoices}
              onChoose={(source) => props.onChange({ source })}
            />
            <Show when={props.fields.source === 'end-user'}>
              <p class={styles.note}>Such values are never trusted: the text should set them apart, for instance within tags.</p>
            </Show>
          </div>
          <Checkbox
            label="Sensitive"
            hint="Its values are kept out of logs and lists"
            checked={props.fields.sensitive}
            onChange={(sensitive) => props.onChange({ sensitive })}
          />
        </div>
      </details>
    </div>
  )
}
