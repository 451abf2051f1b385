import * as Y from 'yjs'
import type { DraftFold, StoredDraft } from './DraftStore.ts'
import { buildRoom, type Room } from './room.ts'

/**
 * What becomes of a stored draft once its log is folded into its snapshot. Null where the log is empty.
 * @throws Error for a log that has a gap or cannot be read
 */
export function foldStored(draftId: string, stored: StoredDraft): DraftFold | null {
  if (stored.updates.length === 0) return null
  const room = buildRoom(draftId, stored)
  const fold = foldOf(room)
  room.doc.destroy()
  return fold
}

/** All that a room holds now. */
export function foldOf({ doc, text, sequence, epoch }: Room): DraftFold {
  return { snapshot: Y.encodeStateAsUpdate(doc), text: text.toJSON(), throughSequence: sequence, epoch }
}
