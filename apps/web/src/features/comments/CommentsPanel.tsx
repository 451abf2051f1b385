import type { Anchor, Participant } from '@prologue/contracts'
import { Match, Show, Switch, untrack } from 'solid-js'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { createFailure } from '../../ui/createFailure.ts'
import { Failure } from '../../ui/Failure.tsx'
import { SidePanel } from '../../ui/SidePanel.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import styles from './CommentsPanel.module.css'
import { newThreadId, type Commenting } from './createCommenting.ts'
import { createThreadActs } from './createThreadActs.ts'
import { NewThread } from './NewThread.tsx'
import type { CommentActions, createCommentList } from './queries.ts'
import { Thread } from './Thread.tsx'
import { ThreadList } from './ThreadList.tsx'
import type { Thread as ThreadShape } from './threads.ts'
import { Unsent } from './Unsent.tsx'

/** Every thread of the draft, in the order of its text: beside it, or a sheet over its lower part where there is no room. */
export function CommentsPanel(props: {
  commenting: Commenting
  list: ReturnType<typeof createCommentList>
  actions: CommentActions
  meId: string
  participants: readonly Participant[]
  mayComment: boolean
  /** Shows a piece of the text. */
  onReveal: (anchor: Anchor) => void
  /** A comment that was begun was given up. */
  onLeave: () => void
}) {
  const acts = createThreadActs(untrack(() => props.actions))
  const failure = createFailure(untrack(() => props.list))
  const groups = () => props.commenting.groups()
  const empty = () => Object.values(groups()).every((threads) => threads.length === 0)
  const noneOpen = () => props.commenting.count() === 0 && !props.commenting.composing() && !props.commenting.showsResolved()
  // One that somebody resolved while it was being answered stays, with what was written.
  const shownResolved = () =>
    groups().resolved.filter(({ id }) => props.commenting.showsResolved() || props.commenting.unsent(id).text() !== '')
  const show = (inText: boolean) => (thread: () => ThreadShape) => (
    <Thread
      thread={thread()}
      commenting={props.commenting}
      acts={acts}
      meId={props.meId}
      participants={props.participants}
      mayComment={props.mayComment}
      inText={inText}
      onReveal={() => {
        const { anchor } = thread().start
        if (anchor) props.onReveal(anchor)
      }}
    />
  )
  return (
    <SidePanel title="Comments" closing="Close the comments" onClose={() => props.commenting.close()}>
      <div class={styles.list}>
        <Show
          when={props.mayComment && props.commenting.composing()}
          keyed
          fallback={<Unsent of={props.commenting.unsent(newThreadId)} title="Your comment was not sent." />}
        >
          <NewThread
            commenting={props.commenting}
            add={props.actions.add}
            participants={props.participants}
            onDone={() => props.onLeave()}
          />
        </Show>
        <Switch>
          <Match when={failure()}>
            <Failure title="The comments could not be read" error={failure()} onRetry={() => void props.list.refetch()} />
          </Match>
          <Match when={props.list.isPending}>
            <div class={styles.waiting} aria-label="Reading the comments">
              <Skeleton width="40%" />
              <Skeleton width="90%" />
              <Skeleton width="70%" />
            </div>
          </Match>
          <Match when={noneOpen()}>
            <p class={styles.none}>
              {empty() ? 'Nobody has commented on this draft yet.' : 'No comment is open.'}
              {props.mayComment ? ' Select words in the draft and press Comment.' : ''}
            </p>
          </Match>
        </Switch>
        <ThreadList threads={groups().inText}>{show(true)}</ThreadList>
        <ThreadList title="On the draft as a whole" threads={groups().onAll}>
          {show(false)}
        </ThreadList>
        <ThreadList title="No longer in the text" threads={groups().lost}>
          {show(false)}
        </ThreadList>
        <Show when={groups().resolved.length > 0}>
          <div class={styles.switch}>
            <Checkbox
              label={`Show resolved (${groups().resolved.length})`}
              checked={props.commenting.showsResolved()}
              onChange={props.commenting.setShowsResolved}
            />
          </div>
          <ThreadList title="Resolved" threads={shownResolved()}>
            {show(true)}
          </ThreadList>
        </Show>
      </div>
    </SidePanel>
  )
}
