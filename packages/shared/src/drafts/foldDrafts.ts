import { foldStored } from '@prologue/collab/server'
import type { Ctx } from '../context.ts'
import { readInstant } from '../database/index.ts'
import { createDraftStore } from './createDraftStore.ts'
import { writeFold } from './writeFold.ts'

/** Drafts that are looked up at once. */
const pageSize = 100

/** Milliseconds without an edit after which a log is taken to be left: whoever writes has the server fold it. */
const restsAfter = 3_600_000

/**
 * Folds the logs that a server left when it ended before it could, so that their drafts open fast and `content` says what they say.
 * A room that is open goes on: what it commits is numbered after what was folded. Logs that cannot be read stay as they are and are
 * told in the log of the server.
 */
export async function foldDrafts(ctx: Ctx): Promise<{ drafts: number; unreadable: number }> {
  const counts = { drafts: 0, unreadable: 0 }
  let after = ''
  for (let page = await nextWithLog(ctx, after); page.length > 0; page = await nextWithLog(ctx, after)) {
    for (const draftId of page) {
      const outcome = await foldDraft(ctx, draftId)
      if (outcome !== 'left') counts[outcome] += 1
    }
    after = page.at(-1) ?? after
  }
  return counts
}

async function nextWithLog({ db }: Ctx, after: string): Promise<string[]> {
  const rows = await db('draft_updates')
    .where('draftId', '>', after)
    .orderBy('draftId')
    .limit(pageSize)
    .distinct<{ draftId: string }[]>('draftId')
  return rows.map(({ draftId }) => draftId)
}

async function foldDraft(ctx: Ctx, draftId: string): Promise<keyof Awaited<ReturnType<typeof foldDrafts>> | 'left'> {
  const last = await ctx
    .db('draft_updates')
    .where({ draftId })
    .orderBy('sequence', 'desc')
    .first<{ createdAt: Date | number } | undefined>('createdAt')
  if (!last) return 'left'
  const writtenAt = readInstant(last.createdAt)
  if (writtenAt.getTime() > ctx.now().getTime() - restsAfter) return 'left'
  const stored = await createDraftStore(ctx.database).load(draftId)
  if (!stored) return 'left'
  let fold: ReturnType<typeof foldStored>
  try {
    fold = foldStored(draftId, stored)
  } catch (error) {
    ctx.logger.error({ err: error, draftId }, 'The log of a draft cannot be read; restore it from a backup')
    return 'unreadable'
  }
  // As of its last edit: nobody wrote there now, and what lies idle is put away by this instant.
  return fold && (await writeFold(ctx.database.knex, draftId, fold, writtenAt)) ? 'drafts' : 'left'
}
