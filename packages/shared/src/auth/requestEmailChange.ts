import { AppError, type requestEmailChangeSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { outsideTransaction, withTransaction, type Ctx } from '../context.ts'
import { takeOrRefuse } from '../rates/index.ts'
import { User } from '../models/index.ts'
import { recentlyConfirmed } from '../policies/index.ts'
import { canonicalEmail } from './canonicalEmail.ts'
import { changeEmailMail, emailChangeAskedMail } from './mails.ts'
import { issueToken } from './userTokens.ts'
import { writeTakenMail } from './writeTakenMail.ts'

/**
 * Mails a link to a new address, which becomes the account's once it is confirmed. A taken one answers alike: its owner is told.
 * The address of now is told in any case.
 * @throws AppError UNAUTHENTICATED, CONFIRM_IDENTITY, RATE_LIMITED; CONFLICT for the address of now.
 */
export async function requestEmailChange(ctx: Ctx, { email }: z.infer<typeof requestEmailChangeSchema>): Promise<void> {
  const { userId } = recentlyConfirmed(ctx.actor, ctx.now())
  const emailCanonical = canonicalEmail(email)
  await takeOrRefuse(ctx, 'verify-mail', userId)
  await withTransaction(ctx, async (tx) => {
    const user = await User.with(tx).findById(userId).throwIfNotFound()
    if (user.emailCanonical === emailCanonical) throw new AppError('CONFLICT', 'This is your address already.')
    const token = await issueToken(tx, { userId, purpose: 'change-email', email })
    const taken = await User.with(tx).context({ withDeleted: true }).findOne({ emailCanonical })
    const later = outsideTransaction(ctx)
    tx.afterCommit(() => {
      later.services.mail.post(async () =>
        taken ? writeTakenMail(later, taken) : changeEmailMail(later, { id: userId, email }, token),
      )
      later.services.mail.post(async () => emailChangeAskedMail(later, user))
    })
  })
}
