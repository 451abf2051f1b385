import { AppError } from '@prologue/contracts'
import * as Y from 'yjs'
import type { UpdateParts } from '../updates/parts.ts'
import { deletedStructs } from './deletedStructs.ts'
import type { Room } from './room.ts'

/** The most that a piece of cut text takes besides the text: info, two ids, length. */
const pieceBytes = 24

/** Whether an update might not fit, by the running sum. */
export const mayOverflow = (room: Room, added: number, draftBytes: number): boolean => room.bytes + added > draftBytes

/**
 * Throws TOO_LARGE when the document with the update would be larger than may be, and larger than it is: a full draft can always be
 * shortened, also by an edit that brings something new. Counts anew when the running sum says that it does not fit.
 */
export function assertFits(room: Room, update: Uint8Array, draftBytes: number): void {
  if (!mayOverflow(room, update.length, draftBytes)) return
  room.bytes = Y.encodeStateAsUpdate(room.doc).length
  const grows = update.length - freedBytes(Y.decodeUpdate(update).ds.clients, room.doc)
  if (grows > Math.max(draftBytes - room.bytes, 0)) throw new AppError('TOO_LARGE')
}

/** What the document gets smaller by the deletions, or a little less: applied to a copy, each refusal would cost whole seconds. */
function freedBytes(deletes: UpdateParts['deletes'], doc: Y.Doc): number {
  let bytes = 0
  for (const { struct, from, to } of deletedStructs(deletes, doc)) {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue
    bytes += Buffer.byteLength(struct.content.str.slice(from, to))
    if (from > 0) bytes -= pieceBytes
    if (to < struct.length) bytes -= pieceBytes
  }
  return bytes
}
