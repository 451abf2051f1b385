import type { KeptMail } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { authorize, recentlyConfirmed } from '../policies/index.ts'

/**
 * The mails that this server wrote and did not send, for want of a mail server; the newest first. Their links open accounts, so
 * that an old session alone does not read them.
 * @throws AppError UNAUTHENTICATED, FORBIDDEN, CONFIRM_IDENTITY
 */
export function listMails(ctx: Ctx): KeptMail[] {
  authorize(ctx.actor, 'admin:read-mail')
  recentlyConfirmed(ctx.actor, ctx.now())
  return ctx.services.mail.kept()
}
