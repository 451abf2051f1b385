/** Who wrote what a Yjs client id holds. */
export type Author = { kind: 'user'; userId: string } | { kind: 'assistant' }

export type ClientClaim = { clientId: number; author: Author }

/** One durable edit: Yjs V1 bytes, numbered without gaps within its draft. */
export type StoredUpdate = { sequence: number; update: Uint8Array }

export type StoredTail = { updates: StoredUpdate[]; authors: ClientClaim[] }

export type StoredDraft = {
  epoch: number
  /** The folded state (Yjs V1), null before the first compaction of a draft that began empty. */
  snapshot: Uint8Array | null
  /** The last edit the snapshot holds. */
  snapshotSequence: number
  /** Every edit after the snapshot, ascending. */
  updates: StoredUpdate[]
  /** Every client id of the draft with its author. */
  authors: ClientClaim[]
}

export type DraftCommit = {
  draftId: string
  /** The epoch the edit was made in: a draft whose stored state was replaced meanwhile does not take it. */
  epoch: number
  sequence: number
  update: Uint8Array
  /** Client ids that this edit brings for the first time. */
  claims: ClientClaim[]
}

export type DraftFold = { snapshot: Uint8Array; text: string; throughSequence: number; epoch: number }

/** What a draft says, and what of its document that is (a Yjs state vector). */
export type DraftState = { text: string; stateVector: Uint8Array; epoch: number }

/**
 * Where drafts are kept. Every method may throw AppError('DB_UNAVAILABLE'); a failed `append` may have been committed
 * all the same (the connection broke before the answer), which its caller finds out by `since`.
 */
export interface DraftStore {
  /** Null where there is no such draft. */
  load(draftId: string): Promise<StoredDraft | null>

  /** The edits after `sequence`, ascending, and all client ids of the draft. */
  since(draftId: string, sequence: number): Promise<StoredTail>

  /**
   * Writes all edits and claims, of several drafts, in one transaction, or nothing.
   * Throws `SequenceTaken` when an edit of that number is there already, or is folded into the snapshot (its number is
   * not above the draft's snapshotSequence); AppError('CONFLICT') when a draft has another epoch by now,
   * AppError('NOT_FOUND') when it is gone; AppError('STORAGE_FULL'), AppError('DB_UNAVAILABLE').
   */
  append(batch: DraftCommit[]): Promise<void>

  /**
   * Writes snapshot and text and deletes the edits up to `throughSequence` in one transaction. Does nothing when the
   * draft has another epoch by now, or its snapshot is as new already.
   */
  compact(draftId: string, fold: DraftFold): Promise<void>

  /**
   * Keeps a state for the draft's time line, as time went by. Does nothing when the draft has another epoch by now, or what was
   * kept last says the same.
   */
  keep(draftId: string, state: DraftState): Promise<void>
}

/** Another writer has taken this number in the draft's log; nothing of the batch was written. */
export class SequenceTaken extends Error {
  override readonly name = 'SequenceTaken'

  constructor(options?: ErrorOptions) {
    super('Another writer has taken this number in the log of the draft.', options)
  }
}
