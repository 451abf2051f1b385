import type { AwarenessState } from '@prologue/contracts'
import { draftRoom } from './broadcast.ts'
import { awarenessEntry } from './place.ts'
import type { Place } from './place.ts'

/** Cursors are volatile: a slow connection misses some and has the next. Who it is, the server says. */
export function announceState<Identity>(place: Place<Identity>, state: AwarenessState): void {
  place.state = state
  const { draftId } = place.room
  place.socket.volatile.to(draftRoom(draftId)).emit('draft:awareness', { draftId, entry: awarenessEntry(place) })
}

/** That somebody left is told to everybody for certain, or their cursor would stay. */
export function announceLeft<Identity>(place: Place<Identity>): void {
  if (place.state === null) return
  place.state = null
  const { draftId } = place.room
  place.socket.to(draftRoom(draftId)).emit('draft:awareness', { draftId, entry: awarenessEntry(place) })
}
