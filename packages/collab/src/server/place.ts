import type { AwarenessEntry, AwarenessState, ParticipantRole, Person } from '@prologue/contracts'
import type { Room } from './room.ts'
import type { DraftSocket } from './types.ts'

/** One connection's place in one draft. */
export type Place<Identity> = {
  socket: DraftSocket<Identity>
  identity: Identity
  room: Room
  clientId: number
  person: Person
  role: ParticipantRole
  canWrite: boolean
  /** Cursor and typing as last told; null until then. */
  state: AwarenessState | null
  /** False from the moment it was left or taken away; edits that wait may still be refused by `canWrite`. */
  open: boolean
  /** Edits that wait for their commit. */
  pushing: number
  /** The number of the latest judgement that answered: the answers of earlier ones are not taken any more. */
  judgement: number
}

export function awarenessEntry<Identity>(place: Place<Identity>): AwarenessEntry {
  return { clientId: place.clientId, person: place.person, state: place.state }
}
