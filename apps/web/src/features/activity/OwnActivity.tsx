import type { OwnActivity as Row } from '@prologue/contracts'
import { useInfiniteQuery } from '@tanstack/solid-query'
import { For } from 'solid-js'
import { api } from '../../api.ts'
import { useSession } from '../../identity/session.tsx'
import { paged } from '../../paged.ts'
import { createFailure } from '../../ui/createFailure.ts'
import { ListFrame } from '../../ui/ListFrame.tsx'
import { whatHappened } from './activityWords.ts'
import { exactTime, Facts, Happening } from './Happening.tsx'
import { Waiting } from './Waiting.tsx'

type Owned = { conversationId: string } | { templateId: string }

/** What happened to a conversation or template of one's own, the newest first. */
export function OwnActivity(props: { of: Owned }) {
  const session = useSession()
  const list = useInfiniteQuery(() => {
    const owned = props.of
    return {
      queryKey: ['activity', 'own', owned] as const,
      ...paged((from) =>
        'templateId' in owned
          ? api.activity.ofTemplate.query({ ...owned, ...from })
          : api.activity.ofConversation.query({ ...owned, ...from }),
      ),
      reconcile: 'id',
    }
  })
  const failure = createFailure(list)
  const items = () => (list.isPending ? undefined : list.data?.pages.flatMap((page) => page.items))
  return (
    <ListFrame
      noun="activity"
      items={items()}
      failure={failure()}
      onRetry={() => void list.refetch()}
      waiting={<Waiting />}
      empty="Nothing of it is in the audit any more."
      more={{ has: list.hasNextPage, busy: list.isFetchingNextPage, onMore: () => void list.fetchNextPage() }}
      moreLabel="Show earlier"
    >
      {(rows) => (
        <div role="feed" aria-label="Activity" aria-busy={list.isFetchingNextPage}>
          <For each={rows()}>
            {(row) => (
              <Happening
                row={row}
                name={doerWords(row.by, session.account()?.id)}
                person={row.by.kind === 'person'}
                what={whatHappened(row, 'the')}
              >
                <Facts facts={{ When: exactTime(row.at) }} />
              </Happening>
            )}
          </For>
        </div>
      )}
    </ListFrame>
  )
}

function doerWords(by: Row['by'], myId: string | undefined): string {
  if (by.kind === 'server') return 'The server'
  if (by.kind === 'staff') return 'Somebody who moderates or administers'
  return by.id === myId ? 'You' : by.name || 'Deleted account'
}
