import { type Participant, type Person, personLabel } from '@prologue/contracts'
import Check from 'lucide-solid/icons/check'
import RotateCcw from 'lucide-solid/icons/rotate-ccw'
import { createEffect, createSignal, Show, untrack } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { ById } from '../../ui/ById.tsx'
import { Comment } from './Comment.tsx'
import { CommentBox } from './CommentBox.tsx'
import type { Commenting } from './createCommenting.ts'
import type { ThreadActs } from './createThreadActs.ts'
import type { Said } from './mentions.ts'
import type { Thread as ThreadShape } from './threads.ts'
import styles from './Thread.module.css'
import { Unsent } from './Unsent.tsx'

/** A comment with its answers. The one that is read is marked in the text, and has a place to answer. */
export function Thread(props: {
  thread: ThreadShape
  commenting: Commenting
  acts: ThreadActs
  meId: string
  participants: readonly Participant[]
  mayComment: boolean
  /** Whether its words stand in the text now. */
  inText: boolean
  onReveal: () => void
}) {
  let place: HTMLElement | undefined
  const unsent = () => props.commenting.unsent(props.thread.id)
  const [answering, setAnswering] = createSignal(untrack(() => unsent().text() !== ''))
  /** Until it is asked for, a box with what was kept takes the focus from nothing. */
  let asked = false
  const active = () => props.commenting.activeId() === props.thread.id
  createEffect(() => {
    if (!active() || props.commenting.linked() !== null) return
    place?.scrollIntoView({ block: 'nearest' })
    if (!place?.contains(document.activeElement)) place?.focus({ preventScroll: true })
  })
  const stop = () => {
    setAnswering(false)
    place?.focus({ preventScroll: true })
  }
  const begin = () => {
    asked = true
    setAnswering(true)
  }
  const discard = () => {
    unsent().set('')
    stop()
  }
  const answer = async (said: Said) => {
    await props.acts.answer(props.thread.id, said)
    discard()
  }
  const mayAnswer = () => props.mayComment && !resolved()
  const comments = () => [props.thread.start, ...props.thread.answers]
  const resolved = () => props.thread.start.resolved
  const quote = () => props.thread.start.anchor?.quote
  return (
    <article
      ref={(element) => (place = element)}
      class={styles.thread}
      tabindex="-1"
      aria-label={`Comment of ${personLabel(props.thread.start.author)}${quote() ? ` on “${quote()}”` : ''}`}
      data-active={active() ? '' : undefined}
      onFocusIn={() => {
        if (!active()) props.commenting.choose(props.thread.id)
      }}
    >
      <Show when={quote()}>
        {(words) => (
          <Show when={props.inText} fallback={<blockquote class={styles.quote}>{words()}</blockquote>}>
            <button type="button" class={styles.quote} title="Show in the text" onClick={() => props.onReveal()}>
              {words()}
            </button>
          </Show>
        )}
      </Show>
      <ById each={comments()}>
        {(comment) => (
          <Comment
            comment={comment()}
            meId={props.meId}
            participants={props.participants}
            linked={props.commenting.linked() === comment().id}
            onEdit={(said) => props.acts.edit({ id: comment().id, ...said })}
            onDelete={() => void props.acts.remove(comment())}
          />
        )}
      </ById>
      <Show when={resolved()}>{(settled) => <p class={styles.settled}>Resolved{byWhom(settled().by)}</p>}</Show>
      <Show
        when={answering() && mayAnswer()}
        fallback={
          <>
            <Unsent of={unsent()} title="Your reply was not sent." />
            <div class={styles.acts}>
              <Show when={mayAnswer()}>
                <Button variant="plain" size="small" onClick={begin}>
                  Reply
                </Button>
              </Show>
              <Show when={props.thread.start.abilities.includes('comment:resolve')}>
                <Button variant="plain" size="small" onClick={() => void props.acts.settle(props.thread)}>
                  {resolved() ? <RotateCcw /> : <Check />}
                  {resolved() ? 'Reopen' : 'Resolve'}
                </Button>
              </Show>
            </div>
          </>
        }
      >
        <CommentBox
          label={`Reply to ${personLabel(props.thread.start.author)}`}
          send="Reply"
          text={unsent().text()}
          participants={props.participants}
          quiet={!asked}
          onInput={(text) => unsent().set(text)}
          onSend={answer}
          onCancel={discard}
          onEscape={stop}
        />
      </Show>
    </article>
  )
}

function byWhom(person: Person | null): string {
  return person ? ` by ${personLabel(person)}` : ''
}
