import { AppError } from '@prologue/contracts'
import * as Y from 'yjs'
import { draftTextName, pushLimits } from '../protocol.ts'
import { countRanges, encodeParts } from '../updates/parts.ts'
import type { Range, Struct, UpdateParts } from '../updates/parts.ts'
import { deletedStructs } from './deletedStructs.ts'
import type { Author } from './DraftStore.ts'
import { authorOf } from './room.ts'
import type { Room } from './room.ts'
import { scanWithinBudget } from './scanBudget.ts'

/** An update that is plain text and well formed by itself; whether it fits the document is asked when it is committed. */
export type PushedUpdate = UpdateParts & {
  /** Where the structs of each client begin and end. */
  clients: Map<number, { from: number; to: number }>
  /** Bytes. */
  size: number
}

export type JudgedUpdate = { update: Uint8Array; claims: number[]; growth: number }

const maxClientId = 0xffff_ffff
/** The longest deleted or collected stretch; far above any text a draft can have held at once. */
const maxLength = 0xff_ffff

function refuse(): never {
  throw new AppError('BAD_UPDATE')
}

/** Reads Yjs V1 bytes without touching a document. Throws BAD_UPDATE for all that is not an edit of plain text. */
export function readPush(bytes: Uint8Array): PushedUpdate {
  const { structs, ds } = decode(bytes)
  const clients: PushedUpdate['clients'] = new Map()
  const plain: Struct[] = []
  let last = -1
  for (const struct of structs) {
    const { client, clock } = struct.id
    if (struct instanceof Y.Skip || !isPlainText(struct) || client > maxClientId) refuse()
    const seen = clients.get(client)
    // A client's structs stand together and follow each other without gaps.
    if (seen ? last !== client || seen.to !== clock : clients.size >= pushLimits.clients) refuse()
    clients.set(client, { from: seen?.from ?? clock, to: clock + struct.length })
    last = client
    plain.push(struct)
  }
  if (plain.length > pushLimits.structs || countRanges(ds.clients) > pushLimits.deletes) refuse()
  for (const ranges of ds.clients.values()) if (!isAscending(ranges)) refuse()
  // Written again it is as long: nothing follows the update, or hides in it, that was not read (Yjs V2 looks like an empty V1).
  if (encodeParts({ structs: plain, deletes: ds.clients }).length !== bytes.length) refuse()
  return { structs: plain, deletes: ds.clients, clients, size: bytes.length }
}

function decode(bytes: Uint8Array) {
  try {
    return Y.decodeUpdate(bytes)
  } catch (cause) {
    throw new AppError('BAD_UPDATE', undefined, { cause })
  }
}

function isPlainText(struct: Struct): boolean {
  if (!(struct.length > 0) || struct.length > maxLength) return false
  if (struct instanceof Y.GC) return true
  const { content, origin, rightOrigin, parentSub } = struct
  if (!(content instanceof Y.ContentString) && !(content instanceof Y.ContentDeleted)) return false
  // As read from an update, the parent is a root's name; it stands there only where no neighbour tells it.
  const parent: unknown = struct.parent
  return parentSub === null && (origin || rightOrigin ? parent === null : parent === draftTextName)
}

function isAscending(ranges: readonly Range[]): boolean {
  let end = 0
  for (const { clock, len } of ranges) {
    if (clock < end || len <= 0) return false
    end = clock + len
  }
  return true
}

/**
 * Holds an update against the document as committed. Null when the document has all of it already. The bytes given back
 * are written anew from what was judged, so nothing else is ever stored or sent on. Throws BAD_UPDATE.
 */
export function judgePush(push: PushedUpdate, room: Room, author: Author): JudgedUpdate | null {
  const { doc } = room
  const { store } = doc
  const known = new Map<number, number>()
  const claims: number[] = []
  let growth = 0
  for (const [client, { from, to }] of push.clients) {
    const state = Y.getState(store, client)
    if (from > state) refuse()
    known.set(client, state)
    const owner = authorOf(room, client)
    // Also where all is known: it may be other text under the same numbers, and must not count as saved.
    if (owner && !isSameAuthor(owner, author)) refuse()
    if (to <= state) continue
    if (!room.authors.has(client)) claims.push(client)
    growth += to - state
  }
  const fresh = push.structs.filter(({ id, length }) => id.clock + length > (known.get(id.client) ?? 0))
  if (!isCausal(fresh, doc)) refuse()
  for (const [client, ranges] of push.deletes) {
    const end = Math.max(Y.getState(store, client), push.clients.get(client)?.to ?? 0)
    if (ranges.some(({ clock, len }) => clock + len > end)) refuse()
  }
  if (fresh.length === 0 && isDeletedAlready(push.deletes, doc)) return null
  if (!scanWithinBudget(fresh, doc)) refuse()
  return { update: encodeParts({ structs: fresh, deletes: push.deletes }, known), claims, growth }
}

export function isSameAuthor(one: Author, other: Author): boolean {
  return one.kind === 'user' ? other.kind === 'user' && one.userId === other.userId : other.kind === 'assistant'
}

/** Whether the structs can all be integrated, one after another: each neighbour is in the document or comes before. */
function isCausal(structs: readonly Struct[], doc: Y.Doc): boolean {
  const queues = Map.groupBy(structs, (struct) => struct.id.client)
  const reached = new Map<number, number>()
  const has = (id: Y.ID | null) => id === null || id.clock < (reached.get(id.client) ?? Y.getState(doc.store, id.client))
  let left = structs.length
  for (let progress = true; progress && left > 0;) {
    progress = false
    for (const [client, queue] of queues) {
      let next = 0
      for (; next < queue.length; next += 1) {
        const struct = queue[next]
        if (!struct || (struct instanceof Y.Item && !(has(struct.origin) && has(struct.rightOrigin)))) break
        reached.set(client, struct.id.clock + struct.length)
      }
      if (next === 0) continue
      progress = true
      left -= next
      queues.set(client, queue.slice(next))
    }
  }
  return left === 0
}

function isDeletedAlready(deletes: PushedUpdate['deletes'], doc: Y.Doc): boolean {
  for (const { struct } of deletedStructs(deletes, doc)) if (!struct.deleted) return false
  return true
}
