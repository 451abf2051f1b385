import { limits } from '@prologue/contracts'
import { createSignal, onMount, untrack } from 'solid-js'
import { tooLong } from '../../ui/tooLong.ts'
import { WritingBox } from '../../ui/WritingBox.tsx'
import styles from './EditMessage.module.css'

/** In place of a message of one's own: its text to be changed. */
export function EditMessage(props: { text: string; onSave: (text: string) => Promise<void>; onCancel: () => void }) {
  const [text, setText] = createSignal(untrack(() => props.text))
  return (
    <div class={styles.place}>
      <WritingBox
        ref={begin}
        label="Edit the message"
        text={text()}
        onInput={setText}
        send="Save"
        failed="Not saved."
        empty={text().trim() === ''}
        excess={tooLong(text().length, limits.message)}
        onSend={() => props.onSave(text())}
        onCancel={() => props.onCancel()}
      >
        <p class={styles.note}>The answer stays as it is.</p>
      </WritingBox>
    </div>
  )
}

function begin(area: HTMLTextAreaElement): void {
  onMount(() => {
    area.focus({ preventScroll: true })
    area.setSelectionRange(area.value.length, area.value.length)
  })
}
