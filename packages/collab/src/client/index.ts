export { createDraftClient } from './createDraftClient.ts'
export type { ClosedBecause, DraftClient, DraftClientOptions, DraftClientSocket, DraftState, DraftStatus } from './types.ts'
export { draftTextName } from '../protocol.ts'
