import type { Ctx } from '../context.ts'
import { UserTotp } from '../models/index.ts'
import { hashToken } from '../tokens.ts'
import { checkAppCode } from './checkAppCode.ts'

/** By what somebody proved that it is them, beside the password. */
export type Factor = 'app' | 'recovery-code'

/**
 * Spends a code of an account's second factor: of many uses at once one counts. Null for a wrong code and a spent one.
 * Whoever calls counts the tries.
 * @throws AppError FORBIDDEN where the secret of the app cannot be read any more.
 */
export async function spendCode(tx: Ctx, userId: string, code: string): Promise<Factor | null> {
  return /^\d{6}$/.test(code) ? spendAppCode(tx, userId, code) : spendRecoveryCode(tx, userId, code)
}

async function spendAppCode(tx: Ctx, userId: string, code: string): Promise<Factor | null> {
  const totp = await UserTotp.with(tx).findOne({ userId }).whereNotNull('confirmedAt')
  const step = totp && (await checkAppCode(tx, totp, code))
  if (!totp || step === null || step === undefined) return null
  const spent = await UserTotp.with(tx)
    .findById(totp.id)
    .where((query) => query.whereNull('lastStep').orWhere('lastStep', '<', step))
    .patch({ lastStep: step })
  return spent === 1 ? 'app' : null
}

async function spendRecoveryCode(tx: Ctx, userId: string, code: string): Promise<Factor | null> {
  const now = tx.now()
  const spent = await tx
    .db('user_recovery_codes')
    .where({ userId, codeHash: hashToken(code), usedAt: null })
    .update({ usedAt: now, updatedAt: now })
  return spent === 1 ? 'recovery-code' : null
}
