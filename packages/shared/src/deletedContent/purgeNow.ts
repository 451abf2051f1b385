import { AppError, type DeletedOne } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { authorize, recentlyConfirmed } from '../policies/index.ts'
import { purgeConversation, purgeTemplate } from '../retention/index.ts'

const purges = { conversation: purgeConversation, template: purgeTemplate }

/**
 * Removes something that was deleted for good, as the night would later: all of it, and the audit tells so.
 * @throws AppError FORBIDDEN for all but administrators, CONFIRM_IDENTITY; NOT_FOUND where it is not deleted (any more)
 */
export async function purgeNow(ctx: Ctx, { kind, id }: DeletedOne): Promise<void> {
  authorize(ctx.actor, 'admin:manage-content')
  recentlyConfirmed(ctx.actor, ctx.now())
  // What was deleted just now, too; who owns it says nothing.
  const cuts = { rows: new Date(ctx.now().getTime() + 1), accounts: new Date(0) }
  if (!(await purges[kind](ctx, id, cuts))) throw new AppError('NOT_FOUND', 'This is not deleted any more, or gone for good.')
}
