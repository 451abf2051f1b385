import { createRetry } from '@prologue/collab/client'
import type { Activity } from '@prologue/contracts'

/** Where the feed reads from: a page of the list, and what has come after a number of the audit. */
export type FeedSource = {
  list(cursor: string | null): Promise<{ items: Activity[]; nextCursor: string | null }>
  news(after: number): Promise<{ items: Activity[]; next: number | null }>
}

export type FeedListener = {
  /** The list from its beginning: what was there before is not shown any more. */
  onBegun(items: Activity[], hasMore: boolean): void
  onEarlier(items: Activity[], hasMore: boolean): void
  onNews(items: Activity[]): void
  /** Null where the last reading went well. */
  onFailure(failure: unknown): void
}

/** Of more than so many pages of news, as after a night, the list is read from its beginning. */
const mostPages = 25

/**
 * Reads the list, what comes, and what came while the line was gone, without gap; doubles are for the listener. It goes on from
 * a number only when that is settled: rows may come below a number that was read already.
 */
export function makeFeedReader(source: FeedSource, listener: FeedListener) {
  /** Everything up to here was read; null before the line stood. */
  let after: number | null = null
  let settled = 0
  let cursor: string | null = null
  let isBegun = false
  let wanted = false
  let busy = false
  let ended = false
  const retry = createRetry(() => void work())

  async function begin(): Promise<void> {
    // Known before the list is read, so that what is not settled yet is read as news.
    const from = settled
    const page = await source.list(null)
    if (ended) return
    if (after !== null) after = from
    cursor = page.nextCursor
    isBegun = true
    listener.onBegun(page.items, cursor !== null)
  }

  async function readNews(from: number): Promise<void> {
    const through = settled
    let next: number | null = from
    for (let pages = 0; next !== null; pages++) {
      if (pages === mostPages) return begin()
      const page = await source.news(next)
      if (ended) return
      listener.onNews(page.items)
      next = page.next
    }
    after = Math.max(from, through)
  }

  async function work(): Promise<void> {
    wanted = true
    if (busy) return
    busy = true
    try {
      while (wanted) {
        wanted = false
        if (ended) return
        if (!isBegun) await begin()
        if (after !== null && !ended) await readNews(after)
      }
      retry.reset()
      listener.onFailure(null)
    } catch (failure) {
      if (ended) return
      listener.onFailure(failure)
      retry.later()
    } finally {
      busy = false
    }
  }

  return {
    /** Reads the list, also before the line stands. */
    start: () => void work(),
    /** The line stands. What was read before the first time may have gaps. */
    entered(from: number): void {
      settled = Math.max(settled, from)
      if (after === null) {
        after = from
        isBegun = false
      }
      void work()
    },
    changed(from: number): void {
      settled = Math.max(settled, from)
      if (after !== null) void work()
    },
    /** One page further back. */
    async earlier(): Promise<void> {
      const from = cursor
      if (from === null || !isBegun) return
      const page = await source.list(from)
      // The list was begun anew meanwhile.
      if (ended || cursor !== from) return
      cursor = page.nextCursor
      listener.onEarlier(page.items, cursor !== null)
    },
    end(): void {
      ended = true
      retry.stop()
    },
  }
}
