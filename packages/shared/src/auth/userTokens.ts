import { AppError, type UserTokenPurpose } from '@prologue/contracts'
import { v7 as uuidv7 } from 'uuid'
import type { Ctx } from '../context.ts'
import type { User } from '../models/index.ts'
import { hashToken, makeToken } from '../tokens.ts'
import { canonicalEmail } from './canonicalEmail.ts'

/** How long each is good for, in minutes. */
const minutes: Record<UserTokenPurpose, number> = {
  'verify-email': 60,
  'reset-password': 60,
  'change-email': 60,
  'second-factor': 10,
}

function refusal(purpose: UserTokenPurpose): AppError {
  const link = 'This link is not valid (any more): links are good for an hour and for one use. Ask for a new one.'
  return new AppError('NOT_FOUND', purpose === 'second-factor' ? 'This sign-in took too long. Begin it again.' : link)
}

/** What a token was for: its account and, where it was mailed to prove one, the address. */
export type Claim = { userId: string; email: string | null }

/** A new token of an account, which makes those of the same purpose void. Answers what is handed out, once. */
export async function issueToken(
  tx: Ctx,
  { userId, purpose, email = null }: { userId: string; purpose: UserTokenPurpose; email?: string | null },
): Promise<string> {
  const token = makeToken()
  const now = tx.now()
  // Held, so that of two issued at once one stays.
  await tx.db('users').where({ id: userId }).forUpdate().first('id')
  await tx.db('user_tokens').where({ userId, purpose }).delete()
  await tx.db('user_tokens').insert({
    id: uuidv7(),
    userId,
    purpose,
    tokenHash: hashToken(token),
    email,
    expiresAt: new Date(now.getTime() + minutes[purpose] * 60_000),
    createdAt: now,
    updatedAt: now,
  })
  return token
}

const live = ({ db, now }: Ctx, token: string, purpose: UserTokenPurpose) =>
  db('user_tokens')
    .where({ tokenHash: hashToken(token), purpose })
    .whereNull('usedAt')
    .where('expiresAt', '>', now())

/** Whose token it is, left as it is. @throws AppError NOT_FOUND where it is good for nothing */
export async function findToken(ctx: Ctx, token: string, purpose: UserTokenPurpose): Promise<Claim> {
  const claim = await live(ctx, token, purpose).first<Claim | undefined>('userId', 'email')
  if (!claim) throw refusal(purpose)
  return claim
}

/**
 * Uses a token up, in the transaction of what it is for: of many who bring it at once one succeeds. Whoever calls holds the
 * account's row locked, as who issues one does.
 * @throws AppError NOT_FOUND where it is good for nothing (any more)
 */
export async function claimToken(tx: Ctx, token: string, purpose: UserTokenPurpose): Promise<Claim> {
  const now = tx.now()
  const claimed = await live(tx, token, purpose).update({ usedAt: now, updatedAt: now })
  if (claimed !== 1) throw refusal(purpose)
  return tx
    .db('user_tokens')
    .where({ tokenHash: hashToken(token) })
    .first<Claim>('userId', 'email')
}

/**
 * Uses up a token that was mailed to the address the account has.
 * @throws AppError NOT_FOUND where it is good for nothing (any more), or went to another address
 */
export async function claimMailedToken(
  tx: Ctx,
  token: string,
  { purpose, user }: { purpose: UserTokenPurpose; user: User },
): Promise<void> {
  const { email } = await claimToken(tx, token, purpose)
  if (email === null || canonicalEmail(email) !== user.emailCanonical) throw refusal(purpose)
}

/** Makes every token of an account void, after its password or its address changed. */
export async function voidTokens(tx: Ctx, userId: string): Promise<void> {
  await tx.db('user_tokens').where({ userId }).delete()
}
