import type { Variable } from '@prologue/prompt-kit'
import { For, Match, Show, Switch } from 'solid-js'
import { SelectField, TextArea, TextField } from './Field.tsx'
import { PasswordField } from './PasswordField.tsx'
import { variableHint, variableLabel, variablePlaceholder, writeTyped } from './typedValues.ts'

/** The control that fits one variable. */
export function VariableField(props: {
  variable: Variable
  text: string
  error: string | undefined
  onInput: (text: string) => void
  onLeave: () => void
}) {
  const variable = () => props.variable
  const options = () =>
    variable().type === 'boolean'
      ? [
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]
      : (variable().options ?? []).map((option) => ({ value: option, label: option }))
  const standard = () => {
    const value = variable().default
    return value === undefined ? '' : writeTyped(value)
  }
  const common = {
    get label() {
      return variableLabel(variable()) + (variable().required ? '' : ' (optional)')
    },
    get hint() {
      return variableHint(variable())
    },
    get error() {
      return props.error
    },
    get ['aria-required']() {
      return variable().required && variable().default === undefined ? (true as const) : undefined
    },
    get placeholder() {
      return variablePlaceholder(variable())
    },
    get value() {
      return props.text
    },
    autocomplete: 'off' as const,
    onInput: (event: { currentTarget: { value: string } }) => props.onInput(event.currentTarget.value),
    // An empty field that was only passed through is not yet a fault.
    onBlur: (event: { currentTarget: { value: string } }) => event.currentTarget.value !== '' && props.onLeave(),
  }

  return (
    <Switch fallback={<TextField {...common} />}>
      <Match when={variable().type === 'enum' || variable().type === 'boolean'}>
        <SelectField
          label={common.label}
          hint={common.hint}
          error={common.error}
          aria-required={common['aria-required']}
          value={props.text || standard()}
          onChange={(event) => props.onInput(event.currentTarget.value)}
        >
          <Show when={variable().default === undefined}>
            <option value="">{variable().required ? 'Choose…' : 'Not said'}</option>
          </Show>
          <For each={options()}>
            {(option) => (
              <option value={option.value} selected={option.value === (props.text || standard())}>
                {option.label}
              </option>
            )}
          </For>
        </SelectField>
      </Match>
      <Match when={variable().type === 'longtext'}>
        <TextArea {...common} rows={4} />
      </Match>
      <Match when={variable().type === 'list'}>
        <TextArea {...common} rows={3} />
      </Match>
      <Match when={variable().type === 'number' || variable().type === 'integer'}>
        <TextField {...common} inputmode={variable().type === 'integer' ? 'numeric' : 'decimal'} />
      </Match>
      <Match when={variable().type === 'date'}>
        <TextField {...common} type="date" placeholder={undefined} />
      </Match>
      <Match when={variable().sensitive}>
        <PasswordField {...common} />
      </Match>
    </Switch>
  )
}
