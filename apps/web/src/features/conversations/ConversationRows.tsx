import type { ConversationSummary } from '@prologue/contracts'
import { createMemo, createUniqueId, For, Show, untrack, type JSX } from 'solid-js'
import { describeFailure } from '../../failure.ts'
import { Button } from '../../ui/Button.tsx'
import { ById } from '../../ui/ById.tsx'
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
  const id = createUniqueId()
  let area: HTMLDivElement | undefined

  const rows = (
    conversations: () => readonly ConversationSummary[],
    label: { 'aria-label': string } | { 'aria-labelledby': string },
  ) => (
    <ul class={styles.rows} {...label}>
      <ById each={conversations()}>
        {(conversation) => (
          <ConversationRow
            conversation={conversation()}
            onOpen={props.onOpen}
            onAct={() => area && keepRowFocus(area, conversation().id)}
          />
        )}
      </ById>
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
        <Show when={pinned().length + others().length > 0} fallback={<div class={styles.state}>{props.empty}</div>}>
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
              {rows(pinned, { 'aria-labelledby': `${id}-pinned` })}
            </Show>
            <Show when={others().length > 0}>
              <Show when={pinned().length > 0}>
                <div class={styles.section} aria-hidden="true">
                  Others
                </div>
              </Show>
              {rows(others, { 'aria-label': props.label })}
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
