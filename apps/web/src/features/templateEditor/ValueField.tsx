import { For, Match, Switch } from 'solid-js'
import { SelectField, TextArea, TextField } from '../../ui/Field.tsx'
import type { VariableFields } from './variableFields.ts'

/** A value that fits the kind of a variable, or nothing. */
export function ValueField(props: {
  label: string
  hint: string
  fields: Pick<VariableFields, 'type' | 'options'>
  value: string
  error: string | undefined
  onInput: (value: string) => void
}) {
  const choices = () =>
    props.fields.type === 'boolean'
      ? [
          { value: 'true', label: 'Yes' },
          { value: 'false', label: 'No' },
        ]
      : [...new Set(props.fields.options.split('\n').map((line) => line.trim()))]
          .filter((option) => option !== '')
          .map((option) => ({ value: option, label: option }))
  const common = {
    get label() {
      return props.label
    },
    get error() {
      return props.error
    },
    get value() {
      return props.value
    },
    autocomplete: 'off' as const,
    onInput: (event: { currentTarget: { value: string } }) => props.onInput(event.currentTarget.value),
  }
  return (
    <Switch fallback={<TextField {...common} hint={props.hint} />}>
      <Match when={props.fields.type === 'boolean' || props.fields.type === 'enum'}>
        <SelectField label={common.label} hint={props.hint} error={common.error} value={props.value} onChange={common.onInput}>
          <option value="" selected={props.value === ''}>
            None
          </option>
          <For each={choices()}>
            {(choice) => (
              <option value={choice.value} selected={choice.value === props.value}>
                {choice.label}
              </option>
            )}
          </For>
        </SelectField>
      </Match>
      <Match when={props.fields.type === 'longtext'}>
        <TextArea {...common} hint={props.hint} rows={2} />
      </Match>
      <Match when={props.fields.type === 'list'}>
        <TextArea {...common} hint={`${props.hint}; one a line`} rows={2} />
      </Match>
      <Match when={props.fields.type === 'date'}>
        <TextField {...common} hint={props.hint} type="date" />
      </Match>
      <Match when={props.fields.type === 'number' || props.fields.type === 'integer'}>
        <TextField {...common} hint={props.hint} inputmode="decimal" />
      </Match>
    </Switch>
  )
}
