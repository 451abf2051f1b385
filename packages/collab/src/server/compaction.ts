import type { DraftStore } from './DraftStore.ts'
import { foldOf } from './foldStored.ts'
import type { Room } from './room.ts'
import type { DraftLogger } from './types.ts'

export type Compaction = {
  /** After a commit: folds when the log has grown long. Never rejects. */
  afterCommit: (room: Room) => void
  /** Folds what the log holds. Never rejects: what could not be folded is still in the log. */
  fold: (room: Room) => Promise<void>
}

export function createCompaction(store: DraftStore, logger: DraftLogger, compactAfter: number): Compaction {
  const folding = new Map<Room, Promise<void>>()
  /** Where a room that failed to fold is tried again. */
  const notBefore = new WeakMap<Room, number>()

  async function write(room: Room): Promise<void> {
    const fold = foldOf(room)
    const { throughSequence } = fold
    try {
      await store.compact(room.draftId, fold)
      room.snapshotSequence = Math.max(room.snapshotSequence, throughSequence)
    } catch (error) {
      notBefore.set(room, throughSequence + compactAfter)
      logger.warn({ err: error, draftId: room.draftId }, 'draft log not folded; it is tried again')
    }
  }

  async function fold(room: Room): Promise<void> {
    await folding.get(room)
    if (room.gone || room.sequence === room.snapshotSequence) return
    const done = write(room).finally(() => folding.delete(room))
    folding.set(room, done)
    await done
  }

  return {
    fold,
    afterCommit(room) {
      if (folding.has(room) || room.sequence < (notBefore.get(room) ?? 0)) return
      if (room.sequence - room.snapshotSequence >= compactAfter) void fold(room)
    },
  }
}
