import type { Ctx } from '../context.ts'
import type { User } from '../models/index.ts'
import { awaitsConfirmation } from './awaitsConfirmation.ts'

/**
 * Whether an account gives way to who shows that the address is theirs: nobody has shown that yet, and nobody ever acted by it. Those
 * from before mail went out have been used unconfirmed. One that is locked or deleted stays.
 */
export async function givesWay(ctx: Ctx, user: User): Promise<boolean> {
  if (user.deletedAt !== null || user.lockedAt !== null || !awaitsConfirmation(ctx, user)) return false
  return (await ctx.db('audit_logs').where({ actorId: user.id }).first('sequence')) === undefined
}
