import { useQueryClient } from '@tanstack/solid-query'
import { createMemo, untrack } from 'solid-js'
import { createStore, unwrap } from 'solid-js/store'
import { createFailure } from '../../ui/createFailure.ts'
import { runningIn, withPage } from './promptLog.ts'
import { changeLog, createPromptQuery, readPrompts } from './queries.ts'

export type Side = 'older' | 'newer'
type Reading = 'idle' | 'busy' | 'failed'

/** The exchanges of a conversation, read page by page. `place` is the one to begin at when all is read anew; null is the newest. */
export function createPromptLog(conversationId: () => string, place: () => string | null) {
  const queryClient = useQueryClient()
  const query = createPromptQuery(conversationId, place)
  const log = createMemo(() => {
    const data = query.isPending ? undefined : query.data
    // As it is: the store would wrap each of thousands of rows.
    return data && unwrap(data)
  })
  const items = createMemo(() => log()?.items ?? [])
  const ids = createMemo(() => items().map(({ id }) => id))
  const running = createMemo(() => {
    const known = log()
    return known && runningIn(known)
  })
  const byId = createMemo(() => new Map(items().map((prompt) => [prompt.id, prompt])))
  const [readings, setReadings] = createStore<Record<Side, Reading>>({ older: 'idle', newer: 'idle' })

  /** Reads one more page, where there is one. What failed is tried again when asked for with `again`. */
  const readOn = async (side: Side, again = false) => {
    const reading = untrack(() => readings[side])
    const cursor = log()?.[side] ?? null
    if (cursor === null || reading === 'busy' || (reading === 'failed' && !again)) return
    setReadings(side, 'busy')
    const id = conversationId()
    try {
      const page = await readPrompts(id, { cursor })
      // Read anew meanwhile, the log has another end: this page is none of it.
      changeLog(queryClient, id, (known) => (known[side] === cursor ? withPage(known, side, page) : known))
      setReadings(side, 'idle')
    } catch {
      setReadings(side, 'failed')
    }
  }

  return {
    log,
    ids,
    prompt: (id: string) => byId().get(id),
    running,
    pending: () => query.isPending,
    failure: createFailure(query),
    /** Begins again, at `place`. */
    readAnew: () => query.refetch({ cancelRefetch: true }),
    readOn,
    reading: (side: Side) => readings[side],
  }
}
