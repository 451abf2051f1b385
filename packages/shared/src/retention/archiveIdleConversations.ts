import type { Knex } from 'knex'
import { withTransaction, type Ctx } from '../context.ts'
import { readInstant } from '../database/index.ts'
import { Conversation } from '../models/index.ts'
import { daysBefore } from './daysBefore.ts'
import { batchSize } from './untilDone.ts'

type Place = { id: string; lastActivityAt: Date | number }

/**
 * Puts away the active conversations in which nobody wrote for `idleDays`, to the model, in the draft or a comment, and which
 * nobody renamed or made active again since; tells their rooms. Answers how many.
 */
export async function archiveIdleConversations(ctx: Ctx, { idleDays }: { idleDays: number }): Promise<number> {
  const cut = daysBefore(ctx.now(), idleDays)
  let archived = 0
  let after: Place | undefined
  do {
    const page: Place[] = await nextIdle(ctx.db, cut, after)
    const ids = page.map(({ id }) => id)
    if (ids.length > 0) archived += await archive(ctx, ids, cut)
    after = page.length === batchSize ? page.at(-1) : undefined
  } while (after)
  return archived
}

/** The next in the index of status and activity. Those whose owner's account is deleted stay there, so each page begins after the last. */
async function nextIdle(db: Knex, cut: Date, after: Place | undefined): Promise<Place[]> {
  const query = db('conversations')
    .where({ status: 'active' })
    .where('lastActivityAt', '<', cut)
    .where('updatedAt', '<', cut)
    .whereNull('deletedAt')
    .whereNotExists((drafts) => liveDraft(drafts, cut))
  if (after) {
    const at = readInstant(after.lastActivityAt)
    void query
      .where('lastActivityAt', '>=', at)
      .where((next) => next.where('lastActivityAt', '>', at).orWhere('id', '>', after.id))
  }
  return query.orderBy(['lastActivityAt', 'id']).limit(batchSize).select('id', 'lastActivityAt')
}

/**
 * The draft of a conversation, where it was written in since: that this is activity is told beside its edits, and may have failed.
 * Compacting a draft leaves the instant in the draft itself.
 */
function liveDraft(query: Knex.QueryBuilder, cut: Date): void {
  void query
    .from('drafts as draft')
    .select('draft.id')
    .whereRaw('draft.conversation_id = conversations.id')
    .where((live) =>
      live.where('draft.updatedAt', '>=', cut).orWhereExists((edits) =>
        edits
          .from('draft_updates as edit')
          .select('edit.sequence')
          .whereRaw('edit.draft_id = draft.id')
          .where('edit.createdAt', '>=', cut)
          // The latest alone, which its key finds: instants have no index.
          .whereRaw('edit.sequence = (select max(sequence) from draft_updates where draft_id = draft.id)'),
      ),
    )
}

async function archive(ctx: Ctx, ids: string[], cut: Date): Promise<number> {
  return withTransaction(ctx, async (tx) => {
    const idle = await Conversation.with(tx)
      .findByIds(ids)
      .where({ status: 'active' })
      .where('lastActivityAt', '<', cut)
      .where('updatedAt', '<', cut)
      .forUpdate()
      .select('id')
    const found = idle.map(({ id }) => id)
    tx.afterCommit(() => {
      for (const id of found) {
        ctx.services.rooms.conversationChanged(id)
        ctx.services.access.conversationChanged(id)
      }
    })
    return Conversation.with(tx).findByIds(found).patch({ status: 'archived' })
  })
}
