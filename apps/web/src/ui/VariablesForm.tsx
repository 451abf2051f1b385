import type { ValueFault, Variable } from '@prologue/prompt-kit'
import { createMemo, createSignal } from 'solid-js'
import { ById } from './ById.tsx'
import type { TypedValues } from './typedValues.ts'
import { VariableField } from './VariableField.tsx'
import styles from './VariablesForm.module.css'

/** A field for each variable, as its declaration asks for it. What is wrong with one is said once somebody has left it, or when `all` is to be said. */
export function VariablesForm(props: {
  variables: readonly Variable[]
  values: TypedValues
  onChange: (name: string, text: string) => void
  /** What is wrong with the values, as prompt-kit judges them. */
  faults: readonly ValueFault[]
  /** Whether all of it is said: after somebody wanted to go on. */
  all: boolean
  /** For instance to go to the first field that is wrong. */
  ref?: (form: HTMLElement) => void
}) {
  const [left, setLeft] = createSignal<ReadonlySet<string>>(new Set())
  const faults = createMemo(() => new Map(props.faults.map(({ name, message }) => [name, message])))
  // Declared anew with another type it is another field.
  const fields = createMemo(() => props.variables.map((variable) => ({ id: `${variable.name} ${variable.type}`, variable })))
  const fault = (name: string) => (props.all || left().has(name) ? faults().get(name) : undefined)

  return (
    <div class={styles.form} role="group" aria-label="Variables" ref={(form) => props.ref?.(form)}>
      <ById each={fields()}>
        {(field) => (
          <div class={styles.field} data-variable={field().variable.name}>
            <VariableField
              variable={field().variable}
              text={props.values[field().variable.name] ?? ''}
              error={fault(field().variable.name)}
              onInput={(text) => props.onChange(field().variable.name, text)}
              onLeave={() => setLeft((before) => new Set(before).add(field().variable.name))}
            />
          </div>
        )}
      </ById>
    </div>
  )
}

/** Leads to the field of a variable in a VariablesForm. */
export function focusVariable(form: HTMLElement, name: string): void {
  const place = form.querySelector(`[data-variable="${CSS.escape(name)}"]`)
  place?.querySelector<HTMLElement>('input, textarea, select')?.focus()
}
