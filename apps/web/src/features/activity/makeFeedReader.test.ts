import type { Activity } from '@prologue/contracts'
import { expect, it, vi } from 'vitest'
import { makeFeedReader } from './makeFeedReader.ts'
import { merge } from './merge.ts'

/** An audit whose rows can be read in another order than their numbers say, as transactions end. */
function audit() {
  const readable: Activity[] = []
  const write = (sequence: number) =>
    void readable.push({
      id: `row ${sequence}`,
      sequence,
      at: new Date(1_000 * sequence),
      actor: null,
      action: 'create',
      entity: { type: 'templates', id: null },
      changes: null,
      ip: null,
      userAgent: null,
      sessionId: null,
      requestId: '',
    })
  const rising = () => readable.toSorted((one, other) => one.sequence - other.sequence)
  const pageSize = 3
  return {
    write,
    source: {
      async list(cursor: string | null) {
        const below = rising()
          .toReversed()
          .filter(({ sequence }) => cursor === null || sequence < Number(cursor))
        const items = below.slice(0, pageSize)
        return { items, nextCursor: below.length > pageSize ? String(items.at(-1)?.sequence) : null }
      },
      async news(after: number) {
        const items = rising()
          .filter(({ sequence }) => sequence > after)
          .slice(0, pageSize)
        return { items, next: items.length < pageSize ? null : (items.at(-1)?.sequence ?? null) }
      },
    },
  }
}

function feedOf({ source }: ReturnType<typeof audit>) {
  let rows: Activity[] = []
  const failures: unknown[] = []
  const reader = makeFeedReader(source, {
    onBegun: (items) => (rows = items),
    onEarlier: (items) => (rows = merge(rows, items)),
    onNews: (items) => (rows = merge(rows, items)),
    onFailure: (failure) => failures.push(failure),
  })
  return { reader, failures, sequences: () => rows.map(({ sequence }) => sequence) }
}

it('shows a row that can be read only after one with a higher number', async () => {
  const log = audit()
  const feed = feedOf(log)
  log.write(1)
  feed.reader.entered(1)
  await vi.waitFor(() => expect(feed.sequences()).toEqual([1]))
  log.write(3)
  feed.reader.changed(1)
  await vi.waitFor(() => expect(feed.sequences()).toEqual([3, 1]))
  log.write(2)
  feed.reader.changed(1)
  await vi.waitFor(() => expect(feed.sequences()).toEqual([3, 2, 1]))
})

it('reads the list anew when the line stands the first time, for what came before that was not heard', async () => {
  const log = audit()
  const feed = feedOf(log)
  log.write(1)
  feed.reader.start()
  await vi.waitFor(() => expect(feed.sequences()).toEqual([1]))
  log.write(2)
  feed.reader.entered(2)
  await vi.waitFor(() => expect(feed.sequences()).toEqual([2, 1]))
})

it('has all that came while the line was gone, and what is further back, each once', async () => {
  const log = audit()
  const feed = feedOf(log)
  for (const sequence of [1, 2, 3, 4, 5]) log.write(sequence)
  feed.reader.entered(5)
  await vi.waitFor(() => expect(feed.sequences()).toEqual([5, 4, 3]))
  for (const sequence of [6, 7, 8, 9, 10, 11, 12]) log.write(sequence)
  feed.reader.entered(12)
  await vi.waitFor(() => expect(feed.sequences()).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3]))
  await feed.reader.earlier()
  expect(feed.sequences()).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
})

it('begins anew after very much was missed', async () => {
  const log = audit()
  const feed = feedOf(log)
  log.write(1)
  feed.reader.entered(1)
  await vi.waitFor(() => expect(feed.sequences()).toEqual([1]))
  for (let sequence = 2; sequence <= 500; sequence++) log.write(sequence)
  feed.reader.entered(500)
  await vi.waitFor(() => expect(feed.sequences()).toEqual([500, 499, 498]))
})

it('says what failed, and reads it later', { timeout: 10_000 }, async () => {
  const log = audit()
  const feed = feedOf(log)
  const failing = vi.spyOn(log.source, 'list').mockRejectedValueOnce(new Error('away'))
  log.write(1)
  feed.reader.entered(1)
  await vi.waitFor(() => expect(feed.failures).toEqual([expect.any(Error)]))
  await vi.waitFor(() => expect(feed.failures.at(-1)).toBeNull(), { timeout: 3_000 })
  expect(feed.sequences()).toEqual([1])
  expect(failing).toHaveBeenCalledTimes(2)
})
