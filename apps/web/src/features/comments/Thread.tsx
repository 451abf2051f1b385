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
  const [answering, setAnswering] = createSignal(untrack(() => props.commenting.unsent.has(props.thread.id)))
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
  const answer = async (said: Said) => {
    await props.acts.answer(props.thread.id, said)
    props.commenting.unsent.delete(props.thread.id)
    stop()
  }
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
        when={answering() && props.mayComment && !resolved()}
        fallback={
          <div class={styles.acts}>
            <Show when={props.mayComment && !resolved()}>
              <Button variant="plain" size="small" onClick={() => setAnswering(true)}>
                Answer
              </Button>
            </Show>
            <Show when={props.thread.start.abilities.includes('comment:resolve')}>
              <Button variant="plain" size="small" onClick={() => void props.acts.settle(props.thread)}>
                {resolved() ? <RotateCcw /> : <Check />}
                {resolved() ? 'Reopen' : 'Resolve'}
              </Button>
            </Show>
          </div>
        }
      >
        <CommentBox
          label={`Answer ${personLabel(props.thread.start.author)}`}
          send="Answer"
          text={props.commenting.unsent.get(props.thread.id) ?? ''}
          participants={props.participants}
          onInput={(text) => props.commenting.unsent.set(props.thread.id, text)}
          onSend={answer}
          onCancel={stop}
        />
      </Show>
    </article>
  )
}

function byWhom(person: Person | null): string {
  return person ? ` by ${personLabel(person)}` : ''
}
