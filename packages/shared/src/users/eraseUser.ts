import { withTransaction, type Ctx } from '../context.ts'
import { authorize, recentlyConfirmed } from '../policies/index.ts'
import { eraseOnce } from './eraseOnce.ts'

/**
 * Erases an account: nothing that tells who it was is left but in what they wrote with others. The id stays for the
 * audit, which speaks of people by it. What the account owned, public templates too, goes with the next purge. Done again it changes nothing.
 * @throws AppError FORBIDDEN, CONFIRM_IDENTITY, NOT_FOUND; CONFLICT for the only administrator.
 */
export async function eraseUser(ctx: Ctx, { id }: { id: string }): Promise<void> {
  authorize(ctx.actor, 'user:erase')
  recentlyConfirmed(ctx.actor, ctx.now())
  await withTransaction(ctx, (tx) => eraseOnce(tx, id))
}
