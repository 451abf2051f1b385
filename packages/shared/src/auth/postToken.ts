import { withTransaction, type Ctx } from '../context.ts'
import type { Mail } from '../mail/index.ts'
import type { User } from '../models/index.ts'
import { resetMail, verifyMail } from './mails.ts'
import { issueToken } from './userTokens.ts'

/** The links that an account is mailed without being signed in: each with what limits it, and its mail. */
const links = {
  'verify-email': { rate: 'verify-mail', compose: verifyMail },
  'reset-password': { rate: 'reset-mail', compose: resetMail },
} as const
type Purpose = keyof typeof links

/** Has an account, if there is one, mailed its link, unless it had too many of them lately. Nobody is told which it was. */
export function postToken(ctx: Ctx, purpose: Purpose, find: (ctx: Ctx) => Promise<User | undefined>): void {
  const later = afterwards(ctx)
  ctx.services.mail.post(async () => {
    const user = await find(later)
    if (!user || !(await ctx.services.rates.take(links[purpose].rate, user.id)).allowed) return null
    return writeTokenMail(later, purpose, user)
  })
}

/** A new link of an account in its mail. */
export async function writeTokenMail(ctx: Ctx, purpose: Purpose, user: User): Promise<Mail> {
  const { id: userId, email } = user
  const token = await withTransaction(ctx, (tx) => issueToken(tx, { userId, purpose, email }))
  return links[purpose].compose(ctx, user, token)
}

/** The context of work that begins when the transaction of this one, if there is any, has ended. */
export function afterwards(ctx: Ctx): Ctx {
  return { ...ctx, db: ctx.database.knex, afterCommit: (work) => work() }
}
