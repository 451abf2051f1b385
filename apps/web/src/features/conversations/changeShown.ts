import type { Conversation, ConversationList, ConversationStatus, ConversationSummary } from '@prologue/contracts'
import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/solid-query'
import { conversationKeys } from './queries.ts'
import { statuses } from './statusWords.ts'

export type ShownList = InfiniteData<ConversationList, string | null>
export type Change = Partial<Pick<ConversationSummary, 'status' | 'unread' | 'pinned'>> | 'gone'

/** A list with one of its conversations changed: in another section, with other marks, or out of it where it no longer fits. */
export function withChange(list: ShownList, status: ConversationStatus, id: string, change: Change): ShownList {
  const [first] = list.pages
  const all = list.pages.flatMap(({ pinned, items }) => [...pinned, ...items])
  const before = all.find((conversation) => conversation.id === id)
  if (!first || !before) return list
  const after = change === 'gone' ? null : { ...before, ...change }
  const shown = after?.status === status ? after : null
  const staysIn = (place: 'pinned' | 'items') => shown?.pinned === before.pinned && before.pinned === (place === 'pinned')
  const kept = (place: 'pinned' | 'items', rows: ConversationSummary[]) =>
    rows.flatMap((row) => (row.id !== id ? [row] : shown && staysIn(place) ? [shown] : []))
  const pages = list.pages.map((page) => ({ ...page, pinned: kept('pinned', page.pinned), items: kept('items', page.items) }))
  const [top, ...rest] = pages
  if (!top || !shown || shown.pinned === before.pinned) return { ...list, pages }
  const moved = shown.pinned ? { ...top, pinned: [shown, ...top.pinned] } : { ...top, items: inOrder([...top.items, shown]) }
  return { ...list, pages: [moved, ...rest] }
}

/** As the server puts them: the latest activity first. */
function inOrder(rows: ConversationSummary[]): ConversationSummary[] {
  return rows.toSorted((one, other) => other.lastActivityAt.getTime() - one.lastActivityAt.getTime())
}

/** Which state the list of a key shows. */
function statusIn([, , filter]: QueryKey): ConversationStatus | undefined {
  const said = typeof filter === 'object' && filter !== null && 'status' in filter ? filter.status : undefined
  return statuses.find((status) => status === said)
}

/** Shows a change everywhere at once, whatever the server knows of it. */
export function changeShown(queryClient: QueryClient, id: string, change: Change): void {
  for (const [key, list] of queryClient.getQueriesData<ShownList>({ queryKey: conversationKeys.lists })) {
    const status = statusIn(key)
    if (list && status) queryClient.setQueryData<ShownList>(key, withChange(list, status, id, change))
  }
  if (change === 'gone') return
  queryClient.setQueryData<Conversation>(conversationKeys.one(id), (before) => before && { ...before, ...change })
}
