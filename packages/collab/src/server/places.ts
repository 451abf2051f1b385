import { AppError } from '@prologue/contracts'
import type { AwarenessEntry, CloseReason } from '@prologue/contracts'
import { announceLeft, announceState } from './awareness.ts'
import { draftRoom } from './broadcast.ts'
import type { Place } from './place.ts'
import { awarenessEntry } from './place.ts'
import type { Room } from './room.ts'
import type { Rooms } from './rooms.ts'
import type { DraftServerOptions } from './types.ts'

/** A room is for so many people, and for so many pages of each. */
type RoomLimits = { peoplePerRoom: number; pagesPerPerson: number }

export type Places<Identity> = {
  /** Gives a place and holds its room. Throws ROOM_FULL, BAD_UPDATE (the client id is somebody else's). */
  take: (place: Place<Identity>, limits: RoomLimits) => void
  /** Leaves it; edits under way go on. */
  leave: (place: Place<Identity>) => void
  /** Takes it away and says why; edits that wait are refused. */
  close: (place: Place<Identity>, reason: CloseReason) => void
  closeAll: (reason: CloseReason) => void
  /** To be called when an edit of the place is settled. */
  settled: (place: Place<Identity>) => void
  others: (place: Place<Identity>) => AwarenessEntry[]
  inRoom: (room: Room) => Place<Identity>[]
  /** Rejects when one could not be judged, after all others were. */
  /** `unjudged`: the last judgement of a place failed. Judges all that match, then rejects where one failed. */
  rejudge: (matches: (identity: Identity, draftId: string, unjudged: boolean) => boolean) => Promise<void>
  /** Rises with every judgement asked for: who looked before it looks again. */
  judgements: () => number
}

const endings = new Set(['NOT_FOUND', 'FORBIDDEN', 'UNAUTHENTICATED'])

export function createPlaces<Identity>({ access }: DraftServerOptions<Identity>, rooms: Rooms): Places<Identity> {
  /** Open ones, and those left whose edits still wait. */
  const places = new Set<Place<Identity>>()
  const byRoom = new WeakMap<Room, Map<number, Place<Identity>>>()
  const unjudged = new WeakSet<Place<Identity>>()
  let judgements = 0

  function placesOf(room: Room): Map<number, Place<Identity>> {
    const known = byRoom.get(room) ?? new Map<number, Place<Identity>>()
    byRoom.set(room, known)
    return known
  }

  function leave(place: Place<Identity>): void {
    if (!place.open) return
    place.open = false
    placesOf(place.room).delete(place.clientId)
    void place.socket.leave(draftRoom(place.room.draftId))
    announceLeft(place)
    settled(place)
    rooms.release(place.room)
  }

  function settled(place: Place<Identity>): void {
    if (!place.open && place.pushing === 0) places.delete(place)
  }

  function close(place: Place<Identity>, reason: CloseReason): void {
    place.canWrite = false
    if (!place.open) return
    place.socket.emit('draft:closed', { draftId: place.room.draftId, reason })
    leave(place)
  }

  async function judge(place: Place<Identity>, judgement: number): Promise<void> {
    try {
      const { person, role, canWrite } = await access(place.identity, place.room.draftId)
      unjudged.delete(place)
      if (judgement < place.judgement) return
      place.judgement = judgement
      const changed = role !== place.role || canWrite !== place.canWrite
      const renamed = person.name !== place.person.name
      Object.assign(place, { person, role, canWrite })
      // Others would see the former name until the cursor moves.
      if (renamed && place.state) announceState(place, place.state)
      if (changed && place.open) place.socket.emit('draft:role', { draftId: place.room.draftId, role, canWrite })
    } catch (error) {
      if (error instanceof AppError && endings.has(error.code)) return close(place, 'access-ended')
      unjudged.add(place)
      throw error
    }
  }

  return {
    leave,
    close,
    closeAll: (reason) => places.forEach((place) => close(place, reason)),
    settled,
    take(place, limits) {
      const taken = placesOf(place.room)
      const former = taken.get(place.clientId)
      expectRoom(
        [...taken.values()].filter((other) => other !== former),
        place.person.id,
        limits,
      )
      // The same tab on a new connection, before the old one was found dead; or what the old one asked for comes late, and it is the
      // new one that loses its place. Whoever lives hears of it and opens again: else it would hear of no edit any more.
      if (former) {
        former.socket.emit('draft:closed', { draftId: place.room.draftId, reason: 'place-taken' })
        leave(former)
      }
      taken.set(place.clientId, place)
      places.add(place)
      rooms.hold(place.room)
      void place.socket.join(draftRoom(place.room.draftId))
    },
    others(place) {
      const entries: AwarenessEntry[] = []
      for (const other of placesOf(place.room).values()) if (other !== place && other.state) entries.push(awarenessEntry(other))
      return entries
    },
    inRoom: (room) => [...placesOf(room).values()],
    async rejudge(matches) {
      judgements += 1
      const judgement = judgements
      const matching = [...places].filter((place) => matches(place.identity, place.room.draftId, unjudged.has(place)))
      const outcomes = await Promise.allSettled(matching.map((place) => judge(place, judgement)))
      const failed = outcomes.find(({ status }) => status === 'rejected')
      if (failed?.status === 'rejected') throw failed.reason
    },
    judgements: () => judgements,
  }
}

function expectRoom(others: readonly Place<unknown>[], personId: string, { peoplePerRoom, pagesPerPerson }: RoomLimits): void {
  const people = new Set(others.map(({ person }) => person.id))
  if (!people.has(personId) && people.size >= peoplePerRoom) throw new AppError('ROOM_FULL')
  const own = others.filter(({ person }) => person.id === personId)
  if (own.length < pagesPerPerson) return
  throw new AppError('ROOM_FULL', `You have this open ${pagesPerPerson} times. Close one of these pages and try again.`)
}
