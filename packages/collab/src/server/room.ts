import type { CloseReason } from '@prologue/contracts'
import * as Y from 'yjs'
import { draftTextName } from '../protocol.ts'
import type { Author, ClientClaim, StoredDraft, StoredUpdate } from './DraftStore.ts'

/** A draft in memory: its document as committed, never ahead of the store. */
export type Room = {
  draftId: string
  epoch: number
  doc: Y.Doc
  text: Y.Text
  /** The last durable edit the document holds. */
  sequence: number
  snapshotSequence: number
  /** Bytes of the document's state, or more: edits are added up between two counts. */
  bytes: number
  /** Who owns which client id, as stored. */
  authors: Map<number, Author>
  /** Client ids that people have opened the draft with, for as long as the room stands. */
  reservations: Map<number, Author>
  /** The log may hold edits that the document lacks: read it before anything is judged or shown. */
  stale: 'no' | 'tail' | 'all'
  /** Set when the stored draft is no longer this one; the room serves nobody any more. */
  gone: CloseReason | null
}

export function buildRoom(draftId: string, stored: StoredDraft): Room {
  const doc = new Y.Doc()
  const room: Room = {
    draftId,
    epoch: stored.epoch,
    doc,
    text: doc.getText(draftTextName),
    sequence: 0,
    snapshotSequence: 0,
    bytes: 0,
    authors: new Map(),
    reservations: new Map(),
    stale: 'no',
    gone: null,
  }
  takeStored(room, stored)
  return room
}

/** Brings a whole stored draft into the document; what is there already changes nothing. */
export function takeStored(room: Room, stored: StoredDraft): void {
  const updates = stored.updates.map(({ update }) => update)
  if (stored.snapshot) updates.unshift(stored.snapshot)
  applyAll(room.doc, updates)
  room.snapshotSequence = stored.snapshotSequence
  room.sequence = stored.updates.at(-1)?.sequence ?? stored.snapshotSequence
  room.bytes = updates.reduce((sum, update) => sum + update.length, 0)
  addAuthors(room, stored.authors)
}

/** Brings committed edits into the document. They continue its sequence. */
export function takeUpdates(room: Room, updates: readonly StoredUpdate[], claims: readonly ClientClaim[]): void {
  applyAll(
    room.doc,
    updates.map(({ update }) => update),
  )
  room.sequence = updates.at(-1)?.sequence ?? room.sequence
  for (const { update } of updates) room.bytes += update.length
  addAuthors(room, claims)
}

function addAuthors(room: Room, claims: readonly ClientClaim[]): void {
  for (const { clientId, author } of claims) room.authors.set(clientId, author)
}

function applyAll(doc: Y.Doc, updates: readonly Uint8Array[]): void {
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  if (doc.store.pendingStructs || doc.store.pendingDs) throw new Error('The log of a draft has a gap.')
}

export function authorOf(room: Room, clientId: number): Author | undefined {
  return room.authors.get(clientId) ?? room.reservations.get(clientId)
}
