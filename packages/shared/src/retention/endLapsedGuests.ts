import type { Knex } from 'knex'
import { withTransaction, type Ctx } from '../context.ts'
import { announcePeople } from '../conversations/index.ts'
import { ConversationParticipant } from '../models/index.ts'
import { endGuests } from '../shares/index.ts'
import { batchSize, untilDone } from './untilDone.ts'

/** Ends the guests whose sessions have ended: nobody can come back as them. They are erased as all who were deleted. */
export async function endLapsedGuests(ctx: Ctx): Promise<void> {
  await untilDone(
    () => lapsed(ctx).limit(batchSize),
    async (ids) => {
      for (const id of ids) await withTransaction(ctx, (tx) => end(tx, id))
      return ids.length
    },
  )
}

function lapsed({ db, now }: Ctx): Knex.QueryBuilder {
  return db('users')
    .where({ role: 'guest' })
    .whereNull('users.deletedAt')
    .whereNotExists((sessions) =>
      sessions
        .from('sessions')
        .select('sessions.id')
        .whereRaw('sessions.user_id = users.id')
        .where('sessions.expiresAt', '>', now())
        .where((live) => live.whereNull('sessions.endsAt').orWhere('sessions.endsAt', '>', now())),
    )
    .select('users.id')
}

/** What ended does not begin again: a guest has the one session they came with. */
async function end(tx: Ctx, userId: string): Promise<void> {
  const places = await ConversationParticipant.purging(tx).where({ userId }).select('conversationId')
  await ConversationParticipant.purging(tx).where({ userId }).delete()
  await endGuests(tx, [userId])
  for (const { conversationId } of places) announcePeople(tx, conversationId, [])
}
