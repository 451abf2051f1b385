import { limits } from '@prologue/contracts'
import ArrowUp from 'lucide-solid/icons/arrow-up'
import Square from 'lucide-solid/icons/square'
import { Show, type JSX } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { modifierKey } from '../../ui/keyNames.ts'
import { tooLong } from '../../ui/tooLong.ts'
import { AnsweringLine } from './asking/AnsweringLine.tsx'
import styles from './MessageBox.module.css'

/** Enter makes a new line, Ctrl or ⌘ with it sends. While an answer is written, Stop stands where Send was. */
export function MessageBox(props: {
  ref?: (element: HTMLTextAreaElement) => void
  text: string
  onInput: (text: string) => void
  running: boolean
  stopping: boolean
  failure: string | undefined
  first: boolean
  /** The open question that the words answer. */
  answering?: string | undefined
  onLeaveQuestion?: () => void
  /** Stand at the foot of the box. */
  tools?: JSX.Element
  onSend: () => void
  onStop: () => void
}) {
  const excess = () => tooLong(props.text.trim().length, limits.message)
  const sendable = () => !props.running && !excess() && props.text.trim() !== ''
  const placeholder = () => {
    if (props.answering) return 'Answer in your own words…'
    return props.first ? 'Describe the assistant you want' : 'Add a rule, an example, a change of tone…'
  }
  const submit = (event: Event) => {
    event.preventDefault()
    if (sendable()) props.onSend()
  }
  return (
    <form class={styles.form} onSubmit={submit}>
      <Show when={props.failure}>
        <p class={styles.failure} role="alert">
          Not sent. {props.failure}
        </p>
      </Show>
      <Show when={excess()}>
        {(words) => (
          <p class={styles.failure} role="status">
            {words()}
          </p>
        )}
      </Show>
      <div class={styles.box}>
        <Show when={props.answering}>
          {(question) => <AnsweringLine id="message-answers" question={question()} onLeave={() => props.onLeaveQuestion?.()} />}
        </Show>
        <textarea
          ref={(element) => props.ref?.(element)}
          class={styles.text}
          rows={2}
          aria-label="Message"
          aria-describedby={props.answering ? 'message-answers message-keys' : 'message-keys'}
          dir="auto"
          placeholder={placeholder()}
          value={props.text}
          onInput={(event) => props.onInput(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event)
          }}
        />
        <div class={styles.bar}>
          <div class={styles.tools}>{props.tools}</div>
          <span id="message-keys" class={styles.keys}>
            <kbd>{modifierKey}</kbd> <kbd>Enter</kbd> sends
          </span>
          <Show
            when={props.running}
            fallback={
              <Button type="submit" variant="primary" size="small" disabled={!sendable()}>
                Send
                <ArrowUp />
              </Button>
            }
          >
            <Button size="small" busy={props.stopping} onClick={() => props.onStop()}>
              <Square />
              Stop
            </Button>
          </Show>
        </div>
      </div>
    </form>
  )
}
