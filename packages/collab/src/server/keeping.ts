import * as Y from 'yjs'
import type { DraftStore } from './DraftStore.ts'
import type { Room } from './room.ts'
import type { DraftLogger } from './types.ts'

export type Keeping = {
  /** After a commit: what the draft says is kept some time from now. */
  afterCommit: (room: Room) => void
  /** Keeps it now, if it was edited since the last time. Never rejects: what could not be kept is in the draft all the same. */
  keep: (room: Room) => Promise<void>
}

/**
 * Keeps states of drafts as time goes by: `every` milliseconds after the first edit since the last one, and when everybody has
 * left. Nothing is asked of the store in between, and a process that dies takes only the state with it that it had not kept yet.
 */
export function createKeeping(store: DraftStore, logger: DraftLogger, every: number): Keeping {
  /** The rooms that were edited since they were kept. */
  const edited = new Map<Room, ReturnType<typeof setTimeout>>()

  async function keep(room: Room): Promise<void> {
    const timer = edited.get(room)
    if (timer === undefined) return
    clearTimeout(timer)
    edited.delete(room)
    if (room.gone) return
    const { draftId, epoch, text, doc } = room
    try {
      await store.keep(draftId, { epoch, text: text.toJSON(), stateVector: Y.encodeStateVector(doc) })
    } catch (error) {
      logger.warn({ err: error, draftId }, 'state of a draft not kept; it is tried again after the next edit')
    }
  }

  return {
    keep,
    afterCommit(room) {
      if (edited.has(room)) return
      const timer = setTimeout(() => void keep(room), every)
      timer.unref()
      edited.set(room, timer)
    },
  }
}
