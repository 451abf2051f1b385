import { createEffect, createUniqueId, Show, type JSX } from 'solid-js'
import { Button } from './Button.tsx'
import styles from './Popover.module.css'

/**
 * A small page of its own under the head of the page; Escape and a press elsewhere close it. The browser's own popover: it costs
 * the first page nothing.
 */
export function Popover(props: {
  trigger: JSX.Element
  /** What the trigger is for; where it has words of its own, it begins with them. */
  label: string
  /** `line`: the trigger is words in a line of text. */
  size?: 'icon' | 'line'
  title: string
  /** Beside the title. */
  end?: JSX.Element
  open: boolean
  onOpenChange: (open: boolean) => void
  children: JSX.Element
}) {
  const id = createUniqueId()
  let content: HTMLDivElement | undefined
  createEffect(() => {
    if (!props.open && content?.matches(':popover-open')) content.hidePopover()
  })
  const toggled = (event: ToggleEvent) => {
    const open = event.newState === 'open'
    props.onOpenChange(open)
    if (open) content?.focus()
  }
  return (
    <>
      <Button
        variant="plain"
        size={props.size === 'line' ? 'small' : 'icon'}
        class={props.size === 'line' ? styles.line : undefined}
        aria-label={props.label}
        title={props.label}
        aria-haspopup="dialog"
        aria-expanded={props.open}
        popovertarget={id}
      >
        {props.trigger}
      </Button>
      <div
        ref={(element) => (content = element)}
        id={id}
        popover="auto"
        class={styles.content}
        role="dialog"
        tabindex="-1"
        aria-labelledby={`${id}-title`}
        onToggle={toggled}
      >
        <Show when={props.open}>
          <header class={styles.header}>
            <h2 id={`${id}-title`} class={styles.title}>
              {props.title}
            </h2>
            {props.end}
          </header>
          <div class={styles.body}>{props.children}</div>
        </Show>
      </div>
    </>
  )
}
