import type { ClientToServerEvents, CloseReason, ParticipantRole, ServerToClientEvents } from '@prologue/contracts'
import type { Socket } from 'socket.io-client'
import type { Awareness } from 'y-protocols/awareness'
import type { Doc, Text } from 'yjs'

export type DraftClientSocket = Socket<ServerToClientEvents, ClientToServerEvents>

/**
 * `loading` until the server's text is here, `unsendable` while there are edits that may not be sent for want of the right
 * to write (they are when it is back), `closed` when the draft will not come back by itself (see `closedBecause`).
 */
export type DraftState = 'loading' | 'saved' | 'saving' | 'unsendable' | 'offline' | 'closed'

/** `BAD_UPDATE`: the server cannot read the edits kept here; `TOO_LARGE`: they do not fit into the draft; else why it ended the place. */
export type ClosedBecause = CloseReason | 'BAD_UPDATE' | 'TOO_LARGE' | 'ROOM_FULL' | 'NOT_FOUND' | 'FORBIDDEN' | 'UNAUTHENTICATED'

export type DraftStatus = {
  state: DraftState
  /** Edits that only this browser has so far. */
  unsent: number
  canWrite: boolean
  role: ParticipantRole | null
  closedBecause: ClosedBecause | null
  /** What the server said of it, as a sentence, where it refused to open the draft; '' otherwise. */
  closedWords: string
}

export type DraftClientOptions = {
  socket: DraftClientSocket
  draftId: string
  epoch: number
  personId: string
  /** Whether edits are kept in IndexedDB; by default where there is one. */
  persistence?: boolean
}

export type DraftClient = {
  doc: Doc
  text: Text
  awareness: Awareness
  status: {
    get: () => DraftStatus
    /** Called after each change; returns what ends it. */
    subscribe: (listener: (status: DraftStatus) => void) => () => void
  }
  /** Resolves when the server's text has been here once. */
  synced: Promise<void>
  /** Deletes what this browser keeps of the draft, for instance after its edits were refused and copied elsewhere. */
  forget: () => Promise<void>
  /** Leaves the draft and ends every timer and listener; resolves when IndexedDB is closed. */
  destroy: () => Promise<void>
}
