import { createEffect, createUniqueId, Show, type JSX } from 'solid-js'
import { Button } from './Button.tsx'
import styles from './Setting.module.css'

/** One thing that is set: its name, what it is now, and a form in the same place that opens to change it. */
export function Setting(props: {
  name: string
  children: JSX.Element
  /** What the button says; without one there is nothing to open. */
  open?: string | undefined
  isOpen?: boolean
  onToggle?: (open: boolean) => void
  disabled?: boolean
  form?: JSX.Element
}) {
  const id = createUniqueId()
  let button: HTMLButtonElement | undefined
  createEffect((wasOpen: boolean) => {
    const isOpen = props.isOpen ?? false
    // The form goes, and what had the focus with it.
    if (wasOpen && !isOpen) button?.focus()
    return isOpen
  }, false)
  return (
    <div class={styles.setting}>
      <p class={styles.name} id={id}>
        {props.name}
      </p>
      <div class={styles.value}>{props.children}</div>
      <Show when={props.open}>
        {(label) => (
          <Button
            ref={(element) => (button = element)}
            size="small"
            class={styles.act}
            aria-describedby={id}
            aria-expanded={props.isOpen ?? false}
            disabled={props.disabled ?? false}
            onClick={() => props.onToggle?.(!props.isOpen)}
          >
            {props.isOpen ? 'Cancel' : label()}
          </Button>
        )}
      </Show>
      <Show when={props.isOpen}>
        <div class={styles.form}>{props.form}</div>
      </Show>
    </div>
  )
}
