import { limits } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { DraftCheckpoint } from '../models/index.ts'
import { cutPage, instantPlace, onlyAfter, readCursor } from '../pages.ts'
import { peopleOf } from '../participants/index.ts'
import { authorize } from '../policies/index.ts'
import { findDraft } from './findDraft.ts'
import { presentCheckpoint, shownOfCheckpoint } from './presentCheckpoint.ts'

/** A page of the time line of a draft, the newest first, without the texts. */
export async function listCheckpoints(ctx: Ctx, input: { conversationId: string; cursor?: string | undefined }) {
  const { draftId, ...place } = await findDraft(ctx, input.conversationId)
  authorize(ctx.actor, 'draft:read', place)
  const query = DraftCheckpoint.with(ctx)
    .where({ draftId })
    .orderBy([
      { column: 'createdAt', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limits.page + 1)
    .select(...shownOfCheckpoint)
  onlyAfter(ctx, query, ['draft_checkpoints.createdAt', 'draft_checkpoints.id'], readCursor(input.cursor, instantPlace))
  const page = cutPage(await query, limits.page, ({ createdAt, id }) => [createdAt, id])
  const makers = page.items.flatMap(({ createdBy }) => createdBy ?? [])
  const people = await peopleOf(ctx, input.conversationId, makers)
  return { ...page, items: page.items.map((checkpoint) => presentCheckpoint(checkpoint, people)) }
}
