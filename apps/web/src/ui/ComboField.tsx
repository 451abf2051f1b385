import { createSignal, createUniqueId, For, Show, type JSX } from 'solid-js'
import styles from './ComboField.module.css'
import { TextField } from './Field.tsx'

export type ComboOption = { id: string; content: JSX.Element; disabled?: boolean }

/**
 * A text field that offers what fits as one types: arrow keys go through the list, Enter takes one, Escape closes it. What is
 * typed stays the field's own; `onChoose` tells which offer was taken.
 */
export function ComboField(props: {
  label: string
  hint?: JSX.Element
  error?: string | undefined
  value: string
  onInput: (value: string) => void
  options: readonly ComboOption[]
  onChoose: (id: string) => void
  /** Said in place of the list, for instance that nothing was found; '' for nothing. */
  note: string
  maxlength?: number
}) {
  const id = createUniqueId()
  const [wanted, setWanted] = createSignal(false)
  const [at, setAt] = createSignal(-1)
  const takable = () => props.options.filter((option) => !option.disabled)
  const open = () => wanted() && props.options.length > 0
  const active = () => (open() ? takable()[at()] : undefined)

  const choose = (option: ComboOption) => {
    setWanted(false)
    props.onChoose(option.id)
  }
  const step = (by: number) => {
    const count = takable().length
    setWanted(true)
    if (count > 0) setAt((now) => (now < 0 && by < 0 ? count - 1 : (now + by + count) % count))
  }
  const press = (event: KeyboardEvent) => {
    if (event.isComposing) return
    const chosen = active()
    if (event.key === 'ArrowDown') step(1)
    else if (event.key === 'ArrowUp') step(-1)
    else if (event.key === 'Enter' && chosen) choose(chosen)
    else if (event.key === 'Escape' && open()) setWanted(false)
    else return
    // Of an Escape as well: a dialog around it leaves alone what was prevented, so that the first one closes the list only.
    event.preventDefault()
  }

  return (
    <div class={styles.combo}>
      <TextField
        label={props.label}
        hint={props.hint}
        error={props.error}
        role="combobox"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        maxlength={props.maxlength}
        aria-expanded={open()}
        aria-controls={open() ? id : undefined}
        aria-autocomplete="list"
        aria-activedescendant={active() ? `${id}-${active()?.id}` : undefined}
        value={props.value}
        onInput={(event) => {
          setWanted(true)
          setAt(-1)
          props.onInput(event.currentTarget.value)
        }}
        onKeyDown={press}
        onBlur={() => setWanted(false)}
      />
      <Show when={open()}>
        <ul id={id} class={styles.list} role="listbox" aria-label={props.label}>
          <For each={props.options}>
            {(option) => (
              <li
                id={`${id}-${option.id}`}
                class={styles.option}
                role="option"
                aria-selected={active()?.id === option.id}
                aria-disabled={option.disabled}
                // The focus stays in the field.
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => !option.disabled && choose(option)}
              >
                {option.content}
              </li>
            )}
          </For>
        </ul>
      </Show>
      <p class={styles.note} role="status">
        {wanted() && !open() ? props.note : <span class="visually-hidden">{open() ? found(takable().length) : ''}</span>}
      </p>
    </div>
  )
}

function found(count: number): string {
  return count === 1 ? '1 found. The down arrow goes to it.' : `${count} found. The down arrow goes through them.`
}
