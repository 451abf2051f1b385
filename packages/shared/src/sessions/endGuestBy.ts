import type { Actor, Ctx } from '../context.ts'

/** Has the session of a guest end with a link they follow, if it would last longer; null is a link without an end. */
export async function endGuestBy(tx: Ctx, { sessionId }: Extract<Actor, { kind: 'user' }>, endsAt: Date | null): Promise<void> {
  if (endsAt === null) return
  await tx
    .db('sessions')
    .where({ id: sessionId })
    .where((later) => later.whereNull('endsAt').orWhere('endsAt', '>', endsAt))
    .update({ endsAt })
}
