import { AppError } from '@prologue/contracts'
import type { draftOpenSchema, DraftOpened } from '@prologue/contracts'
import * as Y from 'yjs'
import type { z } from 'zod'
import { fromBase64, toBase64 } from '../updates/base64.ts'
import type { Author } from './DraftStore.ts'
import { isSameAuthor } from './gate.ts'
import type { Lane } from './lanes.ts'
import type { Place } from './place.ts'
import { authorOf } from './room.ts'
import type { Room } from './room.ts'
import type { ServerParts } from './serverParts.ts'
import type { DraftAccess, DraftSocket } from './types.ts'

type Input = z.infer<typeof draftOpenSchema>

/** Gives a connection its place in a draft, or a new one, and what its document lacks. Null when it is gone by then. */
export async function openDraft<Identity>(
  parts: ServerParts<Identity>,
  socket: DraftSocket<Identity>,
  lane: Lane<Identity>,
  input: Input,
): Promise<DraftOpened | null> {
  const { rooms, places, limits } = parts
  const { identity } = socket.data
  if (parts.isClosed()) throw new AppError('CANCELLED', 'The server is stopping.')
  let judged = places.judgements()
  let access = await parts.access(identity, input.draftId)
  const room = await rooms.acquire(input.draftId)
  try {
    // Who was judged anew while the draft loaded had no place yet that would have been asked.
    while (judged !== places.judgements()) {
      judged = places.judgements()
      access = await parts.access(identity, input.draftId)
    }
    if (!socket.connected) return null
    if (parts.isClosed()) throw new AppError('CANCELLED', 'The server is stopping.')
    if (room.gone) throw new AppError('CONFLICT')
    if (input.epoch !== room.epoch) {
      socket.emit('draft:closed', { draftId: room.draftId, reason: 'epoch-changed' })
      throw new AppError('CONFLICT')
    }
    const missing = stateSince(room, input.stateVector)
    reserve(room, input.clientId, access)
    if (lane.place) places.leave(lane.place)
    const place = makePlace(socket, room, input.clientId, access)
    places.take(place, limits)
    lane.place = place
    return {
      update: toBase64(missing),
      stateVector: toBase64(Y.encodeStateVector(room.doc)),
      sequence: room.sequence,
      role: place.role,
      canWrite: place.canWrite,
      awareness: places.others(place),
    }
  } finally {
    rooms.release(room)
  }
}

function stateSince(room: Room, stateVector: string): Uint8Array {
  try {
    return Y.encodeStateAsUpdate(room.doc, fromBase64(stateVector))
  } catch (cause) {
    throw new AppError('VALIDATION', undefined, { cause })
  }
}

/** Far more than have a draft open at once: whoever was away for long and wrote nothing takes another id. */
const mostReservations = 10_000

/** One client id is one person's, also while they have written nothing yet. */
function reserve(room: Room, clientId: number, { person }: DraftAccess): void {
  const author: Author = { kind: 'user', userId: person.id }
  const owner = authorOf(room, clientId)
  if (owner && !isSameAuthor(owner, author)) throw new AppError('BAD_UPDATE')
  room.reservations.set(clientId, author)
  const [oldest] = room.reservations.keys()
  if (oldest !== undefined && room.reservations.size > mostReservations) room.reservations.delete(oldest)
}

function makePlace<Identity>(socket: DraftSocket<Identity>, room: Room, clientId: number, access: DraftAccess): Place<Identity> {
  const { person, role, canWrite } = access
  const { identity } = socket.data
  return { socket, identity, room, clientId, person, role, canWrite, state: null, open: true, pushing: 0, judgement: 0 }
}
