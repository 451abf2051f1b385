import { createUniqueId, Show, type JSX } from 'solid-js'
import styles from './Checkbox.module.css'

export function Checkbox(props: {
  label: string
  hint?: JSX.Element
  checked: boolean
  disabled?: boolean
  onChange: (checked: boolean) => void
}) {
  const id = createUniqueId()
  return (
    <div class={styles.checkbox}>
      <input
        type="checkbox"
        id={id}
        class={styles.box}
        checked={props.checked}
        disabled={props.disabled ?? false}
        aria-describedby={props.hint ? `${id}-note` : undefined}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <label for={id} class={styles.label}>
        {props.label}
      </label>
      <Show when={props.hint}>{(hint) => <p id={`${id}-note`} class={styles.hint} children={hint()} />}</Show>
    </div>
  )
}
