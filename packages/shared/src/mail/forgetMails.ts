import type { Ctx } from '../context.ts'

/** Removes what is known of mails that were sent or given up more than `olderThanDays` ago, and answers of how many. */
export async function forgetMails(ctx: Ctx, { olderThanDays }: { olderThanDays: number }): Promise<number> {
  const cut = new Date(ctx.now().getTime() - olderThanDays * 86_400_000)
  return ctx.db('mail_outbox').whereIn('status', ['sent', 'failed']).where('createdAt', '<', cut).delete()
}
