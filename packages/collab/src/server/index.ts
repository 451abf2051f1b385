export { SequenceTaken } from './DraftStore.ts'
export type {
  Author,
  ClientClaim,
  DraftCommit,
  DraftFold,
  DraftState,
  DraftStore,
  StoredDraft,
  StoredTail,
  StoredUpdate,
} from './DraftStore.ts'
export { clocksOf } from './clocksOf.ts'
export { createRateLimit } from './rateLimit.ts'
export { createDraftServer } from './createDraftServer.ts'
export { foldStored } from './foldStored.ts'
export type { DraftAccess, DraftLogger, DraftServer, DraftServerLimits, DraftServerOptions, DraftSocket } from './types.ts'
export { draftTextName } from '../protocol.ts'
export type { TextEdit } from '../protocol.ts'
