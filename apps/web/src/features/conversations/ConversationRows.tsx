import { createMemo, createUniqueId, For, Show, untrack, type JSX } from 'solid-js'
import { describeFailure } from '../../failure.ts'
import { Button } from '../../ui/Button.tsx'
import { createFailure } from '../../ui/createFailure.ts'
import { keepFocus } from '../../ui/keepFocus.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { ConversationRow } from './ConversationRow.tsx'
import styles from './ConversationRows.module.css'
import type { createConversationList } from './queries.ts'
import { keepRowFocus } from './rowFocus.ts'

/** The rows of a list in each of its states, the pinned ones above the others. `empty` says what to do where there is nothing. */
export function ConversationRows(props: {
  list: ReturnType<typeof createConversationList>
  empty: JSX.Element
  label: string
  onOpen?: () => void
}) {
  const failure = createFailure(untrack(() => props.list))
  const pages = () => (props.list.isPending ? undefined : props.list.data?.pages)
  const pinned = createMemo(() => pages()?.flatMap((page) => page.pinned) ?? [])
  const others = createMemo(() => pages()?.flatMap((page) => page.items) ?? [])
  const known = createMemo(() => new Map([...pinned(), ...others()].map((conversation) => [conversation.id, conversation])))
  const id = createUniqueId()
  let area: HTMLDivElement | undefined

  // By their ids: a row that is read again with other words stays the same row, with its menu open and its focus.
  const rows = (ids: () => string[], label: { 'aria-label': string } | { 'aria-labelledby': string }) => (
    <ul class={styles.rows} {...label}>
      <For each={ids()}>
        {(conversationId) => (
          <Show when={known().get(conversationId)}>
            {(conversation) => (
              <ConversationRow
                conversation={conversation()}
                onOpen={props.onOpen}
                onAct={() => area && keepRowFocus(area, conversationId)}
              />
            )}
          </Show>
        )}
      </For>
    </ul>
  )

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
        <Show when={known().size > 0} fallback={<div class={styles.state}>{props.empty}</div>}>
          <div
            class={styles.sections}
            ref={(element) => {
              area = element
              keepFocus(element)
            }}
          >
            <Show when={pinned().length > 0}>
              <div id={`${id}-pinned`} class={styles.section}>
                Pinned
              </div>
              {rows(() => pinned().map((conversation) => conversation.id), { 'aria-labelledby': `${id}-pinned` })}
            </Show>
            <Show when={others().length > 0}>
              <Show when={pinned().length > 0}>
                <div class={styles.section} aria-hidden="true">
                  Others
                </div>
              </Show>
              {rows(() => others().map((conversation) => conversation.id), { 'aria-label': props.label })}
            </Show>
          </div>
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
