import { AppError } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { User } from '../models/index.ts'
import { authorize, recentlyConfirmed } from '../policies/index.ts'
import { eraseAccount } from './eraseAccount.ts'
import { lockAdmins } from './lockAdmins.ts'

/**
 * Erases an account: nothing that tells who it was is left but in what they wrote with others. The id stays for the
 * audit, which speaks of people by it. What the account owned, public templates too, goes with the next purge. Done again it changes nothing.
 * @throws AppError FORBIDDEN, CONFIRM_IDENTITY, NOT_FOUND; CONFLICT for the only administrator.
 */
export async function eraseUser(ctx: Ctx, { id }: { id: string }): Promise<void> {
  authorize(ctx.actor, 'user:erase')
  recentlyConfirmed(ctx.actor, ctx.now())
  await withTransaction(ctx, async (tx) => {
    await lockAdmins(tx, id)
    const user = await User.with(tx).context({ withDeleted: true }).findById(id).forUpdate()
    if (!user) throw new AppError('NOT_FOUND')
    if (user.erasedAt === null) await eraseAccount(tx, user)
  })
}
