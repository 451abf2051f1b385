import { outsideTransaction, type Ctx } from '../context.ts'
import type { User } from '../models/index.ts'
import { writeTokenMail, type MailedPurpose } from './writeTokenMail.ts'

const rates = { 'verify-email': 'verify-mail', 'reset-password': 'reset-mail' } as const

/** Has an account, if there is one, mailed its link, unless it had too many of them lately. Nobody is told which it was. */
export function postToken(ctx: Ctx, purpose: MailedPurpose, find: (ctx: Ctx) => Promise<User | undefined>): void {
  const later = outsideTransaction(ctx)
  ctx.services.mail.post(async () => {
    const user = await find(later)
    if (!user || !(await ctx.services.rates.take(rates[purpose], user.id)).allowed) return null
    return writeTokenMail(later, purpose, user)
  })
}
