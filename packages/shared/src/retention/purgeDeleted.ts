import { usualSettings } from '@prologue/contracts'
import type { Knex } from 'knex'
import { withTransaction, type Ctx } from '../context.ts'
import { AccountInvitation, ConversationShare, Prompt, User } from '../models/index.ts'
import { eraseAccount } from '../users/index.ts'
import { daysBefore } from './daysBefore.ts'
import { deletePrompts } from './deletePrompts.ts'
import { each } from './each.ts'
import { endLapsedGuests } from './endLapsedGuests.ts'
import type { Cuts } from './isGone.ts'
import { ownedByGone } from './ownedByGone.ts'
import { purgeComments } from './purgeComments.ts'
import { purgeConversation } from './purgeConversation.ts'
import { purgeNotices } from './purgeNotices.ts'
import { purgeTemplate } from './purgeTemplate.ts'
import { batchSize, untilDone } from './untilDone.ts'

/** How many rows of each kind went, or for accounts were erased. */
export type Purged = {
  comments: number
  prompts: number
  conversations: number
  templates: number
  notices: number
  users: number
}

/** Accounts may stay for another time than the rest, which people were told when they deleted theirs. */
type Kept = { olderThanDays: number; accountDays?: number; noticeDays?: number }

/**
 * Removes for good what has been deleted for longer than `olderThanDays`: comments, exchanges, conversations, templates, and all that
 * accounts own that are gone for as long or erased, whoever may see it: it is hidden with them already. Accounts themselves are erased, since the audit speaks of them. Guests whose
 * sessions have ended are deleted, and notices go after their own time. Each step is a transaction; one that is killed goes on from there.
 */
export async function purgeDeleted(
  ctx: Ctx,
  { olderThanDays, accountDays = olderThanDays, noticeDays = usualSettings.noticeDays }: Kept,
): Promise<Purged> {
  const cut = daysBefore(ctx.now(), olderThanDays)
  const cuts: Cuts = { rows: cut, accounts: daysBefore(ctx.now(), accountDays) }
  const purged: Purged = { comments: 0, prompts: 0, conversations: 0, templates: 0, notices: 0, users: 0 }
  purged.comments = await untilDone(
    () => deletedOnes(ctx, 'comments', cut).orderBy('deletedAt').limit(batchSize),
    (ids) => purgeComments(ctx, ids, cut),
  )
  purged.prompts = await untilDone(
    () => ctx.db('prompts').where('deletedAt', '<', cut).orderBy('deletedAt').limit(batchSize).select('id'),
    (ids) => purgePromptRows(ctx, ids, cut),
  )

  for (const conversations of [deletedOnes(ctx, 'conversations', cut), ownedByGone(ctx, 'conversations', cuts.accounts)]) {
    purged.conversations += await untilDone(
      () => conversations.clone().limit(batchSize),
      each((id) => purgeConversation(ctx, id, cuts)),
    )
  }
  for (const templates of [deletedOnes(ctx, 'templates', cut), ownedByGone(ctx, 'templates', cuts.accounts)]) {
    purged.templates += await untilDone(
      () => templates.clone().limit(batchSize),
      each((id) => purgeTemplate(ctx, id, cuts)),
    )
  }
  purged.notices = await purgeNotices(ctx, { olderThanDays: noticeDays })
  await forgetInvitations(ctx)
  await endLapsedGuests(ctx)
  const users = deletedOnes(ctx, 'users', cuts.accounts).whereNull('erasedAt')
  purged.users = await untilDone(
    () => users.clone().limit(batchSize),
    each((id) => eraseDeleted(ctx, id, cuts.accounts)),
  )
  return purged
}

function deletedOnes(ctx: Ctx, table: string, cut: Date): Knex.QueryBuilder {
  return ctx.db(table).where('deletedAt', '<', cut).select('id')
}

/** The address of an invitation is needed as long as it waits. */
async function forgetInvitations(ctx: Ctx): Promise<void> {
  await withTransaction(ctx, async (tx) => AccountInvitation.purging(tx).where('expiresAt', '<', tx.now()).delete())
  await withTransaction(ctx, async (tx) =>
    ConversationShare.purging(tx)
      .whereNotNull('emailCanonical')
      .where('expiresAt', '<', tx.now())
      .patch({ email: null, emailCanonical: null }),
  )
}

async function purgePromptRows(ctx: Ctx, ids: string[], cut: Date): Promise<number> {
  return withTransaction(ctx, async (tx) => {
    const gone = await Prompt.purging(tx).whereIn('id', ids).where('deletedAt', '<', cut).select('id').forUpdate()
    return deletePrompts(
      tx,
      gone.map(({ id }) => id),
    )
  })
}

async function eraseDeleted(ctx: Ctx, id: string, cut: Date): Promise<boolean> {
  return withTransaction(ctx, async (tx) => {
    const deleted = User.with(tx).context({ withDeleted: true }).findById(id).where('deletedAt', '<', cut).whereNull('erasedAt')
    const user = await deleted.forUpdate()
    if (user) await eraseAccount(tx, user)
    return user !== undefined
  })
}
