import { AppError, type redeemTokenSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { User } from '../models/index.ts'
import { renewSessions } from './renewSessions.ts'
import { claimToken } from './userTokens.ts'

/** `token` is the cookie's where the browser that did it is signed in to that account, else null. */
export type Redeemed = { email: string; token: string | null }

/**
 * Confirms an address with a mailed link. Every session ends but that of the browser that does it, which gets a new one.
 * @throws AppError NOT_FOUND for a link that is not valid (any more).
 */
export async function verifyEmail(ctx: Ctx, input: z.infer<typeof redeemTokenSchema>): Promise<Redeemed> {
  return withTransaction(ctx, async (tx) => {
    const { userId } = await claimToken(tx, input.token, 'verify-email')
    const user = await User.with(tx).findById(userId).forUpdate()
    if (!user) throw new AppError('NOT_FOUND')
    await User.with(tx).findById(userId).patch({ emailVerifiedAt: tx.now() })
    return { email: user.email, token: await renewSessions(tx, userId) }
  })
}
