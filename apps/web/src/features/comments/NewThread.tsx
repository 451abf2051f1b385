import type { Participant } from '@prologue/contracts'
import { Show } from 'solid-js'
import { CommentBox } from './CommentBox.tsx'
import { type Commenting, newThreadId } from './createCommenting.ts'
import type { Said } from './mentions.ts'
import type { CommentActions } from './queries.ts'
import styles from './Thread.module.css'

/** Where a comment begins: on what was selected, or on the draft as a whole. */
export function NewThread(props: {
  commenting: Commenting
  add: CommentActions['add']
  participants: readonly Participant[]
  /** The comment is there, or was given up. */
  onDone: () => void
}) {
  const anchor = () => props.commenting.composing()?.anchor ?? null
  const unsent = () => props.commenting.unsent(newThreadId)
  const done = () => {
    props.commenting.stopComposing()
    props.onDone()
  }
  const send = async (said: Said) => {
    const on = anchor()
    const { id } = await props.add({ ...said, ...(on && { anchor: on }) })
    unsent().set('')
    props.commenting.stopComposing()
    props.commenting.choose(id)
  }
  return (
    <article class={styles.thread} data-active="" aria-label="New comment">
      <Show when={anchor()} fallback={<p class={styles.settled}>On the draft as a whole</p>}>
        {(on) => <blockquote class={styles.quote}>{on().quote}</blockquote>}
      </Show>
      <CommentBox
        label="New comment"
        send="Comment"
        text={unsent().text()}
        participants={props.participants}
        onInput={(text) => unsent().set(text)}
        onSend={send}
        onCancel={() => {
          unsent().set('')
          done()
        }}
        onEscape={done}
      />
    </article>
  )
}
