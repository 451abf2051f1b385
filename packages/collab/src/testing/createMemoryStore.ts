import { AppError } from '@prologue/contracts'
import { SequenceTaken } from '../server/index.ts'
import type { ClientClaim, DraftCommit, DraftFold, DraftState, DraftStore, StoredDraft, StoredUpdate } from '../server/index.ts'

export type MemoryStore = DraftStore & {
  create: (draftId: string, epoch?: number) => void
  remove: (draftId: string) => void
  /** Called before anything is written or read: wait here, or throw, to be a slow or a broken database. */
  before: {
    load: () => Promise<void>
    append: (batch: DraftCommit[]) => Promise<void>
    compact: () => Promise<void>
    since: () => Promise<void>
    keep: () => Promise<void>
  }
  /** Called after the batch is written: throw here to be a database whose answer got lost. */
  afterAppend: () => Promise<void>
  /** Sizes of the commits so far. */
  batches: number[]
  log: (draftId: string) => StoredUpdate[]
  text: (draftId: string) => string | null
  /** What was kept for the time line, the oldest first. */
  kept: (draftId: string) => DraftState[]
}

type Stored = {
  epoch: number
  snapshot: Uint8Array | null
  snapshotSequence: number
  text: string | null
  log: StoredUpdate[]
  authors: Map<number, ClientClaim>
  kept: DraftState[]
}

const at = async () => {}

/**
 * A store that keeps its rows in memory and outlives the servers that use it, with the guarantees of the real one. This
 * package cannot use the database (imports go one way), and its tests need one that stalls, fails and forgets to answer
 * on command; the real store has the same interface and its own tests on real databases.
 */
export function createMemoryStore(): MemoryStore {
  const drafts = new Map<string, Stored>()

  function get(draftId: string): Stored {
    const draft = drafts.get(draftId)
    if (!draft) throw new AppError('NOT_FOUND')
    return draft
  }

  const store: MemoryStore = {
    before: { load: at, append: at, compact: at, since: at, keep: at },
    afterAppend: at,
    batches: [],
    log: (draftId) => get(draftId).log,
    text: (draftId) => get(draftId).text,
    kept: (draftId) => get(draftId).kept,
    create(draftId, epoch = 1) {
      drafts.set(draftId, { epoch, snapshot: null, snapshotSequence: 0, text: null, log: [], authors: new Map(), kept: [] })
    },
    remove(draftId) {
      drafts.delete(draftId)
    },
    async load(draftId): Promise<StoredDraft | null> {
      await store.before.load()
      const draft = drafts.get(draftId)
      if (!draft) return null
      const { epoch, snapshot, snapshotSequence, log, authors } = draft
      return { epoch, snapshot, snapshotSequence, updates: [...log], authors: [...authors.values()] }
    },
    async since(draftId, sequence) {
      await store.before.since()
      const draft = get(draftId)
      return { updates: draft.log.filter((row) => row.sequence > sequence), authors: [...draft.authors.values()] }
    },
    async append(batch) {
      await store.before.append(batch)
      for (const { draftId, sequence, epoch } of batch) {
        const { log, snapshotSequence, epoch: stored } = get(draftId)
        if (stored !== epoch) throw new AppError('CONFLICT')
        if (sequence <= (log.at(-1)?.sequence ?? snapshotSequence)) throw new SequenceTaken()
      }
      for (const { draftId, sequence, update, claims } of batch) {
        const draft = get(draftId)
        draft.log.push({ sequence, update: update.slice() })
        for (const claim of claims) draft.authors.set(claim.clientId, claim)
      }
      store.batches.push(batch.length)
      await store.afterAppend()
    },
    async compact(draftId, { snapshot, text, throughSequence, epoch }: DraftFold) {
      await store.before.compact()
      const draft = get(draftId)
      if (draft.epoch !== epoch || draft.snapshotSequence >= throughSequence) return
      Object.assign(draft, { snapshot, text, snapshotSequence: throughSequence })
      draft.log = draft.log.filter((row) => row.sequence > throughSequence)
    },
    async keep(draftId, state) {
      await store.before.keep()
      const { epoch, kept } = get(draftId)
      if (epoch === state.epoch && kept.at(-1)?.text !== state.text) kept.push(state)
    },
  }
  return store
}
