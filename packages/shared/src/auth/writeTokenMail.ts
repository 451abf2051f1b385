import { withTransaction, type Ctx } from '../context.ts'
import type { Mail } from '../mail/index.ts'
import type { User } from '../models/index.ts'
import { resetMail, verifyMail } from './mails.ts'
import { issueToken } from './userTokens.ts'

const composed = { 'verify-email': verifyMail, 'reset-password': resetMail }

/** What an account is mailed a link for without being signed in. */
export type MailedPurpose = keyof typeof composed

/** A new link of an account in its mail. */
export async function writeTokenMail(ctx: Ctx, purpose: MailedPurpose, user: User): Promise<Mail> {
  const { id: userId, email } = user
  const token = await withTransaction(ctx, (tx) => issueToken(tx, { userId, purpose, email }))
  return composed[purpose](ctx, user, token)
}
