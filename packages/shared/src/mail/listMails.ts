import type { KeptMail } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { authorize } from '../policies/index.ts'

/**
 * The mails that this server wrote and did not send, for want of a mail server; the newest first.
 * @throws AppError UNAUTHENTICATED, FORBIDDEN
 */
export function listMails(ctx: Ctx): KeptMail[] {
  authorize(ctx.actor, 'admin:read-mail')
  return ctx.services.mail.kept()
}
