import { AppError } from '@prologue/contracts'
import { outsideTransaction, type Ctx } from '../context.ts'
import { takeOrRefuse } from '../rates/index.ts'
import { User } from '../models/index.ts'
import { signedIn } from '../policies/index.ts'
import { writeTokenMail } from './writeTokenMail.ts'

/**
 * Mails the caller the link that confirms their address.
 * @throws AppError UNAUTHENTICATED, RATE_LIMITED; CONFLICT where it is confirmed.
 */
export async function sendVerification(ctx: Ctx): Promise<void> {
  const { userId } = signedIn(ctx.actor)
  const user = await User.with(ctx).findById(userId).throwIfNotFound()
  if (user.emailVerifiedAt !== null) throw new AppError('CONFLICT', 'Your address is confirmed already.')
  await takeOrRefuse(ctx, 'verify-mail', userId)
  ctx.services.mail.post(() => writeTokenMail(outsideTransaction(ctx), 'verify-email', user))
}
