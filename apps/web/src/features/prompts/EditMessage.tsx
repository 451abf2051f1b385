import { limits } from '@prologue/contracts'
import { createSignal, onMount, Show, untrack } from 'solid-js'
import { describeFailure } from '../../failure.ts'
import { Button } from '../../ui/Button.tsx'
import { createAct } from '../../ui/createAct.ts'
import { tooLong } from '../../ui/tooLong.ts'
import styles from './EditMessage.module.css'

/** In place of a message of one's own: its text to be changed. Escape leaves it as it was, Ctrl or ⌘ with Enter saves. */
export function EditMessage(props: { text: string; onSave: (text: string) => Promise<void>; onCancel: () => void }) {
  const [text, setText] = createSignal(untrack(() => props.text))
  const act = createAct()
  const excess = () => tooLong(text().length, limits.message)
  const save = (event: Event) => {
    event.preventDefault()
    const { onSave } = props
    const words = text()
    if (words.trim() !== '' && !excess()) void act.run(() => onSave(words))
  }
  return (
    <form class={styles.form} onSubmit={save}>
      <textarea
        ref={begin}
        class={styles.text}
        aria-label="Edit the message"
        dir="auto"
        value={text()}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') props.onCancel()
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save(event)
        }}
      />
      <Show when={excess() ?? (act.failure() === undefined ? null : `Not saved. ${describeFailure(act.failure())}`)}>
        {(words) => (
          <p class={styles.failure} role="alert">
            {words()}
          </p>
        )}
      </Show>
      <div class={styles.buttons}>
        <p class={styles.note}>The answer stays as it is.</p>
        <Button variant="plain" size="small" onClick={() => props.onCancel()}>
          Cancel
        </Button>
        <Button type="submit" variant="primary" size="small" busy={act.busy()} disabled={text().trim() === '' || !!excess()}>
          Save
        </Button>
      </div>
    </form>
  )
}

function begin(area: HTMLTextAreaElement): void {
  onMount(() => {
    area.focus({ preventScroll: true })
    area.setSelectionRange(area.value.length, area.value.length)
  })
}
