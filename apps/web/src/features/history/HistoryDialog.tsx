import { createDeferred, Match, Show, Switch } from 'solid-js'
import { createFailure } from '../../ui/createFailure.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Comparison } from './Comparison.tsx'
import { createChoice } from './createChoice.ts'
import { createRestoring } from './createRestoring.ts'
import styles from './HistoryDialog.module.css'
import { createTimeLine } from './queries.ts'
import { Timeline } from './Timeline.tsx'

type Props = {
  conversationId: string
  meId: string
  /** What the draft says now. */
  text: string
  mayRestore: boolean
  open: boolean
  onClose: () => void
}

/** The past of a draft: what was kept when, how it differs, and the way back to it. */
export function HistoryDialog(props: Props) {
  return (
    <Dialog open={props.open} onOpenChange={(open) => !open && props.onClose()} title="History" shape="sheet">
      <History {...props} />
    </Dialog>
  )
}

function History(props: Props) {
  const list = createTimeLine(
    () => props.conversationId,
    () => props.open,
  )
  const failure = createFailure(list)
  const entries = () => list.data?.pages.flatMap((page) => page.items)
  const choice = createChoice()
  // While people type on, the comparison follows when there is time for it.
  const now = createDeferred(() => props.text, { timeoutMs: 1_500 })
  const restoring = createRestoring(() => props.onClose())

  return (
    <div class={styles.history} data-reading={choice.reading() ? '' : undefined}>
      <div class={styles.list}>
        <Switch fallback={<ListWaiting />}>
          <Match when={!entries() && failure()}>
            <Failure title="The history could not be read" error={failure()} onRetry={() => void list.refetch()} />
          </Match>
          <Match when={entries()?.length === 0}>
            <Notice title="Nothing is kept yet">
              <p>
                While people write, the draft is kept every ten minutes, and when the last one leaves. With Checkpoint you keep it
                yourself, under a name.
              </p>
            </Notice>
          </Match>
          <Match when={entries()}>
            {(known) => (
              <Timeline
                entries={known()}
                choice={choice}
                meId={props.meId}
                more={list.hasNextPage ? { busy: list.isFetchingNextPage, load: () => void list.fetchNextPage() } : undefined}
              />
            )}
          </Match>
        </Switch>
      </div>
      <div class={styles.detail}>
        <Show
          when={choice.chosen()}
          fallback={<p class={styles.hint}>Choose a state to see how it differs from the draft now.</p>}
        >
          {(chosen) => (
            <Comparison chosen={chosen()} choice={choice} now={now()} restore={props.mayRestore ? restoring : undefined} />
          )}
        </Show>
      </div>
    </div>
  )
}

function ListWaiting() {
  return (
    <div class={styles.waiting} aria-busy="true" aria-label="Reading the history">
      <Skeleton width="4rem" height="0.75rem" />
      <Skeleton height="2.25rem" />
      <Skeleton height="2.25rem" />
      <Skeleton height="2.25rem" />
    </div>
  )
}
