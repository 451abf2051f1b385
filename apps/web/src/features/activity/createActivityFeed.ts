import { createRetry, listen } from '@prologue/collab/client'
import type { Activity } from '@prologue/contracts'
import { createEffect, createSignal, on, onCleanup, untrack, type Accessor } from 'solid-js'
import { api } from '../../api.ts'
import type { Connection } from '../../realtime/connection.tsx'
import type { ActivityChoice } from './choice.ts'
import { makeFeedReader, type FeedSource } from './makeFeedReader.ts'
import { has, merge } from './merge.ts'

/** A lost answer is noticed by then, in milliseconds. */
const answerWithin = 15_000

/** The rows of the feed, live. While `follows` says no, what comes gathers, so that nothing moves under who reads. */
export function createActivityFeed(socket: Connection['socket'], choice: Accessor<ActivityChoice>, follows: Accessor<boolean>) {
  /** Undefined until they were read the first time. */
  const [rows, setRows] = createSignal<Activity[]>()
  const [gathered, setGathered] = createSignal<Activity[]>([])
  const [hasMore, setHasMore] = createSignal(false)
  const [readingOn, setReadingOn] = createSignal(false)
  const [failure, setFailure] = createSignal<unknown>(null)
  const [live, setLive] = createSignal(false)
  /** Known of the line, whatever is chosen. */
  let settled: number | null = null
  let reader: ReturnType<typeof makeFeedReader> | undefined

  const show = () => {
    const news = untrack(gathered)
    if (news.length === 0) return
    setRows((known) => merge(known ?? [], news))
    setGathered([])
  }

  const begin = (filter: ActivityChoice) => {
    reader?.end()
    setRows(undefined)
    setGathered([])
    setHasMore(false)
    setFailure(null)
    const source: FeedSource = {
      list: (cursor) => api.activity.list.query({ ...filter, ...(cursor !== null && { cursor }) }),
      news: (after) => api.activity.news.query({ ...filter, after }),
    }
    reader = makeFeedReader(source, {
      onBegun(items, more) {
        setGathered([])
        setRows(items)
        setHasMore(more)
      },
      onEarlier(items, more) {
        setRows((known) => merge(known ?? [], items))
        setHasMore(more)
      },
      onNews(items) {
        const known = rows() ?? []
        const news = items.filter((row) => !has(known, row))
        if (news.length === 0) return
        setGathered((some) => merge(some, news))
        if (follows()) show()
      },
      onFailure: setFailure,
    })
    if (settled === null) reader.start()
    else reader.entered(settled)
  }
  createEffect(on(choice, begin))
  createEffect(() => {
    if (follows()) show()
  })

  const retry = createRetry(() => enter())
  const enter = () => {
    if (!socket.connected) return
    socket.timeout(answerWithin).emit('activity:join', {}, (lost, answer) => {
      if (lost || !answer.ok) {
        retry.later()
        return
      }
      retry.reset()
      setLive(true)
      settled ??= answer.settled
      reader?.entered(answer.settled)
    })
  }
  const unlisten = listen(socket, {
    connect: enter,
    disconnect: () => setLive(false),
    'activity:changed': (event) => {
      if (settled !== null) settled = Math.max(settled, event.settled)
      reader?.changed(event.settled)
    },
  })
  enter()
  onCleanup(() => {
    reader?.end()
    retry.stop()
    unlisten()
    socket.emit('activity:leave', {})
  })

  return {
    rows,
    /** What has come and is not shown yet. */
    gathered,
    hasMore,
    readingOn,
    failure,
    /** Whether news are heard now. */
    live,
    show,
    async readOn() {
      if (readingOn() || !hasMore()) return
      setReadingOn(true)
      await reader?.earlier().catch(setFailure)
      setReadingOn(false)
    },
    again: () => reader?.start(),
  }
}
