import {
  SequenceTaken,
  type Author,
  type DraftCommit,
  type DraftState,
  type DraftStore,
  type StoredTail,
  type StoredUpdate,
} from '@prologue/collab/server'
import { AppError } from '@prologue/contracts'
import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import type { Logger } from '../context.ts'
import { translateError, type Database } from '../database/index.ts'
import { makeDraftActivity } from './makeDraftActivity.ts'
import { thinOut } from './thinOut.ts'
import { writeFold } from './writeFold.ts'

type UpdateRow = { sequence: number; content: Uint8Array }
type AuthorRow = { clientId: number; kind: 'user' | 'assistant'; userId: string | null }
type DraftRow = { epoch: number; snapshot: Uint8Array | null; snapshotSequence: number }

/** Who is told of conversations, by their ids. */
export type DraftNews = {
  /** Their time line has a new state. */
  onKept?: (conversationId: string) => void
  /** Their draft is written in; at most once a minute each. */
  onActive?: (conversationId: string) => void
  /** Where it is told that activity could not be kept. */
  logger?: Pick<Logger, 'warn'>
}

/**
 * Where live drafts are kept. The log is its own journal, so it is written past the models and their audit:
 * one transaction for everything that many drafts received since the last one. So are the states kept as time goes by: nobody
 * acts there, and all they hold is in the log.
 */
export function createDraftStore(database: Database, { onKept, onActive, logger }: DraftNews = {}): DraftStore {
  const { knex, dialect } = database
  const activity = makeDraftActivity(knex, { onActive, logger })

  const translated = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw translateError(dialect, error)
    }
  }

  /** What a failed `append` throws. A draft that no longer takes an edit never takes it again, so it can be asked afterwards. */
  async function refusal(error: unknown, batch: DraftCommit[]): Promise<unknown> {
    if (!(error instanceof AppError) || (error.code !== 'CONFLICT' && error.code !== 'VALIDATION')) return error
    await translated(() => checkDrafts(knex, batch))
    return error.code === 'CONFLICT' ? new SequenceTaken({ cause: error }) : error
  }

  return {
    load: (draftId) =>
      translated(() =>
        // One transaction, so that a compaction by another node is seen whole or not at all.
        knex.transaction(
          async (trx) => {
            const draft = await trx('drafts').where({ id: draftId }).first<DraftRow | undefined>()
            if (!draft) return null
            const tail = await readTail(trx, draftId, draft.snapshotSequence)
            const { epoch, snapshot, snapshotSequence } = draft
            return { epoch, snapshot, snapshotSequence, ...tail }
          },
          { isolationLevel: 'repeatable read' },
        ),
      ),

    since: (draftId, sequence) => translated(() => readTail(knex, draftId, sequence)),

    async append(batch) {
      const edits = batch.map(({ draftId, epoch, sequence, update }) => ({
        draftId,
        epoch,
        sequence,
        content: Buffer.from(update.buffer, update.byteOffset, update.byteLength),
      }))
      const claims = batch.flatMap(({ draftId, claims: made }) =>
        made.map(({ clientId, author }) => ({ draftId, clientId, ...authorColumns(author) })),
      )
      try {
        await dialect.appendToLog(knex, edits, claims)
      } catch (error) {
        throw await refusal(translateError(dialect, error), batch)
      }
      activity(batch.map(({ draftId }) => draftId))
    },

    compact: (draftId, fold) => translated(async () => void (await writeFold(knex, draftId, fold, new Date()))),

    async keep(draftId, state) {
      const conversationId = await translated(() => keepState(knex, draftId, state))
      if (conversationId !== null) onKept?.(conversationId)
    },
  }
}

/** Throws when the drafts of a batch are no longer what its edits were made in, or hold one of their numbers folded. */
async function checkDrafts(db: Knex, batch: DraftCommit[]): Promise<void> {
  const rows = await db('drafts')
    .whereIn('id', [...new Set(batch.map(({ draftId }) => draftId))])
    .select<{ id: string; epoch: number; snapshotSequence: number }[]>('id', 'epoch', 'snapshotSequence')
  const drafts = new Map(rows.map((row) => [row.id, row]))
  for (const { draftId, epoch, sequence } of batch) {
    const draft = drafts.get(draftId)
    if (!draft) throw new AppError('NOT_FOUND')
    if (draft.epoch !== epoch) throw new AppError('CONFLICT', 'This draft was replaced as a whole. Load the page again.')
    if (sequence <= draft.snapshotSequence) throw new SequenceTaken()
  }
}

/** Answers the conversation whose time line has it now; null where it says nothing new. */
async function keepState(db: Knex, draftId: string, { text, stateVector, epoch }: DraftState): Promise<string | null> {
  const draft = await db('drafts').where({ id: draftId, epoch }).first<{ conversationId: string } | undefined>('conversationId')
  if (!draft) return null
  const newestFirst = [
    { column: 'createdAt', order: 'desc' },
    { column: 'id', order: 'desc' },
  ]
  const last = await db('draft_checkpoints')
    .where({ draftId })
    .orderBy(newestFirst)
    .first<{ content: string } | undefined>('content')
  if (last?.content === text) return null
  const now = new Date()
  await db('draft_checkpoints').insert({
    id: uuidv7(),
    draftId,
    createdBy: null,
    kind: 'time',
    name: '',
    content: text,
    size: text.length,
    stateVector: Buffer.from(stateVector),
    createdAt: now,
    updatedAt: now,
  })
  await thinOut(db, draftId, now)
  return draft.conversationId
}

async function readTail(db: Knex, draftId: string, after: number): Promise<StoredTail> {
  const updates = await db('draft_updates')
    .where({ draftId })
    .where('sequence', '>', after)
    .orderBy('sequence')
    .select<UpdateRow[]>('sequence', 'content')
  const authors = await db('draft_authors').where({ draftId }).select<AuthorRow[]>('clientId', 'kind', 'userId')
  return {
    updates: updates.map(({ sequence, content }): StoredUpdate => ({ sequence, update: content })),
    authors: authors.map((row) => ({ clientId: row.clientId, author: toAuthor(row) })),
  }
}

function authorColumns(author: Author): Omit<AuthorRow, 'clientId'> {
  return { kind: author.kind, userId: author.kind === 'user' ? author.userId : null }
}

function toAuthor({ kind, userId }: AuthorRow): Author {
  return kind === 'user' && userId !== null ? { kind, userId } : { kind: 'assistant' }
}
