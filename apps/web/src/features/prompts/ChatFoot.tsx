import { Show, type JSX } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import styles from './ChatFoot.module.css'
import type { Talk } from './createTalk.ts'
import { MessageBox } from './MessageBox.tsx'
import { ActsMenu } from './models/ActsMenu.tsx'
import type { Models } from './models/createModels.ts'
import { ModelMenu } from './models/ModelMenu.tsx'

/** Below the log: the way to its end, and the box one writes in. */
export function ChatFoot(props: {
  talk: Talk
  models: Models
  draft: string
  /** The end of the log is out of view. */
  behind: boolean
  /** How many came in there meanwhile. */
  unseen: number
  /** Nothing was said yet. */
  first: boolean
  mayWrite: boolean
  /** Stands in place of the box for who may only read. */
  readerNote: JSX.Element
  onLatest: () => void
}) {
  const talk = () => props.talk
  return (
    <div class={styles.foot}>
      <div class={styles.latest} role="status">
        <Show when={props.behind}>
          <Button size="small" onClick={() => props.onLatest()}>
            {props.unseen > 0 ? `${props.unseen} new` : 'To the latest'}
            <span class="visually-hidden">{props.unseen > 0 ? '. To the latest' : ''}</span>
          </Button>
        </Show>
      </div>
      <Show when={props.mayWrite} fallback={<p class={styles.note}>{props.readerNote}</p>}>
        <MessageBox
          ref={(element) => talk().setBox(element)}
          text={talk().text()}
          onInput={(text) => talk().setText(text)}
          running={talk().busy()}
          stopping={talk().message.stopping()}
          failure={talk().message.failure()}
          first={props.first}
          answering={talk().asking.answering()?.text}
          onLeaveQuestion={() => {
            talk().asking.leave()
            talk().focusBox()
          }}
          tools={
            <>
              <ModelMenu models={props.models} />
              <ActsMenu models={props.models} draft={props.draft} onAct={(asked) => talk().act(asked)} />
            </>
          }
          onSend={() => talk().send()}
          onStop={() => void talk().message.stop()}
        />
      </Show>
    </div>
  )
}
