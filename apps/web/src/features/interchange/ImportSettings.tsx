import { templateCategories, templateCategorySchema } from '@prologue/contracts'
import { For } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { SelectField } from '../../ui/Field.tsx'
import { categoryWords, visibilityHints, visibilityWords } from '../../ui/templateWords.ts'
import type { Import } from './createImport.ts'
import { formatChoices, isFormatId } from './formatNames.ts'
import styles from './Import.module.css'

const visibilities = (['private', 'unlisted', 'public'] as const).map((value) => ({
  value,
  label: `${visibilityWords[value]}: ${visibilityHints[value]}`,
}))

/** How the file is read: another choice reads it anew. */
export function FileSettings(props: { work: Import; name: string }) {
  const isFixed = () => props.work.stage() === 'importing' || props.work.stage() === 'done'
  return (
    <div class={styles.file}>
      <div class={styles.head}>
        <h2 class={styles.name}>{props.name}</h2>
        <Button size="small" onClick={() => props.work.startOver()} disabled={props.work.stage() === 'importing'}>
          Choose another
        </Button>
      </div>
      <div class={styles.settings}>
        <SelectField
          label="Format"
          disabled={isFixed()}
          value={props.work.format() ?? ''}
          onChange={(event) => {
            const id = event.currentTarget.value
            if (isFormatId(id)) void props.work.chooseFormat(id)
          }}
        >
          <option value="" disabled>
            Choose one
          </option>
          <For each={formatChoices}>{(choice) => <option value={choice.value}>{choice.label}</option>}</For>
        </SelectField>
        <Checkbox
          label="Make its variables fields to fill in"
          hint="Otherwise they stay plain text, as they are written in the file."
          checked={props.work.convert()}
          disabled={isFixed()}
          onChange={(convert) => void props.work.chooseConvert(convert)}
        />
      </div>
    </div>
  )
}

/** How the templates are kept. */
export function ImportSettings(props: { work: Import }) {
  return (
    <div class={styles.settings}>
      <SelectField
        label="Who finds them"
        value={props.work.options.visibility}
        onChange={(event) => {
          const chosen = visibilities.find(({ value }) => value === event.currentTarget.value)
          if (chosen) props.work.setOptions('visibility', chosen.value)
        }}
      >
        <For each={visibilities}>{(choice) => <option value={choice.value}>{choice.label}</option>}</For>
      </SelectField>
      <SelectField
        label="Category of those without one"
        value={props.work.options.category}
        onChange={(event) => {
          const chosen = templateCategorySchema.safeParse(event.currentTarget.value)
          if (chosen.success) props.work.setOptions('category', chosen.data)
        }}
      >
        <For each={templateCategories}>{(category) => <option value={category}>{categoryWords[category]}</option>}</For>
      </SelectField>
    </div>
  )
}
