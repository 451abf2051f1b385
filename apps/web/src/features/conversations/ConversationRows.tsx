import { For, Show, untrack, type JSX } from 'solid-js'
import { describeFailure } from '../../failure.ts'
import { Button } from '../../ui/Button.tsx'
import { createFailure } from '../../ui/createFailure.ts'
import { keepFocus } from '../../ui/keepFocus.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { ConversationRow } from './ConversationRow.tsx'
import styles from './ConversationRows.module.css'
import { createArchiver } from './createArchiver.ts'
import type { createConversationList } from './queries.ts'

/** The rows of a list in each of its states. `empty` says what to do where there is nothing. */
export function ConversationRows(props: {
  list: ReturnType<typeof createConversationList>
  empty: JSX.Element
  label: string
  onOpen?: () => void
}) {
  const archiver = createArchiver()
  const failure = createFailure(untrack(() => props.list))
  const pages = () => (props.list.isPending ? undefined : props.list.data?.pages)
  const conversations = () => pages()?.flatMap((page) => page.items) ?? []
  return (
    <Show
      when={pages() || !failure()}
      fallback={
        <div class={styles.state} role="alert">
          <p>The list could not be read. {describeFailure(failure())}</p>
          <Button size="small" onClick={() => void props.list.refetch()}>
            Try again
          </Button>
        </div>
      }
    >
      <Show when={pages()} fallback={<RowSkeletons />}>
        <Show when={conversations().length > 0} fallback={<div class={styles.state}>{props.empty}</div>}>
          <ul ref={keepFocus} class={styles.rows} aria-label={props.label}>
            <For each={conversations()}>
              {(conversation) => <ConversationRow conversation={conversation} archiver={archiver} onOpen={props.onOpen} />}
            </For>
          </ul>
          <Show when={props.list.hasNextPage}>
            <Button
              variant="plain"
              size="small"
              busy={props.list.isFetchingNextPage}
              onClick={() => void props.list.fetchNextPage()}
            >
              Show more
            </Button>
          </Show>
        </Show>
      </Show>
    </Show>
  )
}

function RowSkeletons() {
  return (
    <div class={styles.rows} aria-busy="true" aria-label="Loading conversations">
      <For each={['72%', '54%', '64%', '46%', '58%']}>
        {(width) => (
          <div class={styles.waiting}>
            <Skeleton width={width} height="0.875rem" />
            <Skeleton width="4.5rem" height="0.6875rem" />
          </div>
        )}
      </For>
    </div>
  )
}
