import { AppError } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { AccountInvitation } from '../models/index.ts'
import { authorize } from '../policies/index.ts'

/** Makes an invitation void. @throws AppError UNAUTHENTICATED, FORBIDDEN; NOT_FOUND where it was used or taken back meanwhile */
export async function revokeAccountInvitation(ctx: Ctx, { id }: { id: string }): Promise<void> {
  authorize(ctx.actor, 'user:invite')
  const gone = await withTransaction(ctx, async (tx) => AccountInvitation.with(tx).findById(id).delete())
  if (gone === 0) throw new AppError('NOT_FOUND', 'This invitation is gone: it was used, taken back or sent again.')
}
