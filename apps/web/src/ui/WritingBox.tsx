import { Show, splitProps, type JSX } from 'solid-js'
import { describeFailure } from '../failure.ts'
import { Button } from './Button.tsx'
import { createAct } from './createAct.ts'
import styles from './WritingBox.module.css'

/** Where a text of one's own is written in its place: Ctrl or ⌘ with Enter sends it, Escape leaves it as it is. */
export function WritingBox(
  props: Omit<JSX.TextareaHTMLAttributes<HTMLTextAreaElement>, 'value' | 'onInput' | 'aria-label'> & {
    label: string
    text: string
    onInput: (text: string) => void
    /** What the button that sends it says. */
    send: string
    /** What stands before the reason when that failed. */
    failed: string
    /** There is nothing to be sent. */
    empty: boolean
    /** What is said of a text that is too long. */
    excess: string | null
    onSend: () => Promise<void>
    onCancel: () => void
    /** Where Escape does something else than that. */
    onEscape?: () => void
    /** Stands below the field. */
    children: JSX.Element
  },
) {
  const [own, field] = splitProps(props, [
    'label',
    'text',
    'onInput',
    'send',
    'failed',
    'empty',
    'excess',
    'onSend',
    'onCancel',
    'onEscape',
    'children',
  ])
  const act = createAct()
  const sendable = () => !own.empty && own.excess === null
  const send = () => own.onSend()
  const submit = (event: Event) => {
    event.preventDefault()
    if (sendable()) void act.run(send)
  }
  // Of the field: where that has taken a key for itself, it does not come here.
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event)
    else if (event.key === 'Escape') {
      event.stopPropagation()
      const leave = own.onEscape ?? own.onCancel
      leave()
    }
  }
  return (
    <form class={styles.form} onSubmit={submit}>
      <div onKeyDown={press}>
        <textarea
          {...field}
          class={styles.text}
          dir="auto"
          aria-label={own.label}
          value={own.text}
          onInput={(event) => own.onInput(event.currentTarget.value)}
        />
      </div>
      {own.children}
      <Show when={act.failure()}>
        {(failure) => (
          <p class={styles.failure} role="alert">
            {own.failed} {describeFailure(failure())}
          </p>
        )}
      </Show>
      <Show when={own.excess}>
        {(words) => (
          <p class={styles.failure} role="status">
            {words()}
          </p>
        )}
      </Show>
      <div class={styles.bar}>
        <Button variant="plain" size="small" onClick={() => own.onCancel()}>
          Cancel
        </Button>
        <Button type="submit" variant="quiet" size="small" busy={act.busy()} disabled={!sendable()}>
          {own.send}
        </Button>
      </div>
    </form>
  )
}
