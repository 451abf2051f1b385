import type { ClientToServerEvents, ParticipantRole, Person, ServerToClientEvents } from '@prologue/contracts'
import type { DefaultEventsMap, Socket } from 'socket.io'
import type { TextEdit } from '../protocol.ts'
import type { Author, DraftStore } from './DraftStore.ts'

/** A connection whose `data.identity` the application has filled in before it is attached. */
export type DraftSocket<Identity> = Socket<ClientToServerEvents, ServerToClientEvents, DefaultEventsMap, { identity: Identity }>

/** What somebody may do in a draft now, and how others see them. */
export type DraftAccess = { person: Person; role: ParticipantRole; canWrite: boolean }

/** Fields first, as pino takes them. */
export type DraftLogger = Record<'info' | 'warn' | 'error', (fields: object, message: string) => void>

export type DraftServerLimits = {
  updateBytes: number
  draftBytes: number
  peoplePerRoom: number
  pagesPerPerson: number
  draftPushesPerSecond: number
  /** Edits in the log after which they are folded into the snapshot while people write. */
  compactAfter: number
  /** Milliseconds after which what people wrote is kept for the time line while they go on. */
  keepEvery: number
}

export type DraftServerOptions<Identity> = {
  store: DraftStore
  /** Throws AppError (NOT_FOUND, FORBIDDEN, UNAUTHENTICATED) where there is no access; anything else thrown leaves a place as it was. */
  access: (identity: Identity, draftId: string) => Promise<DraftAccess>
  logger: DraftLogger
  limits?: Partial<DraftServerLimits>
  /** Milliseconds, for the rate limits. */
  now?: () => number
}

export type DraftServer<Identity> = {
  /** Serves the draft events of a connection until it ends. */
  attach: (socket: DraftSocket<Identity>) => void
  /** Asks `access` again for the open places that match; resolves when all have been told, rejects when one could not be judged. */
  rejudge: (matches: (identity: Identity, draftId: string, unjudged: boolean) => boolean) => Promise<void>
  /**
   * Changes the text as one durable edit of `author`. `change` sees the text as committed, nothing comes between its
   * answer and the commit, and it may be asked again when another node was faster. An empty list commits nothing.
   */
  edit: (draftId: string, author: Author, change: (text: string) => TextEdit[]) => Promise<{ sequence: number; text: string }>
  /** The text as committed. */
  read: (draftId: string) => Promise<string>
  /** The text as committed, and what of the document that is (a Yjs state vector). */
  capture: (draftId: string) => Promise<{ content: string; stateVector: Uint8Array }>
  /** Ends every place in a draft whose stored state was replaced or deleted, and forgets it. */
  reset: (draftId: string, reason: 'epoch-changed' | 'draft-deleted') => Promise<void>
  /** Refuses new edits, waits for those under way, folds the logs, tells everybody. */
  close: () => Promise<void>
}
