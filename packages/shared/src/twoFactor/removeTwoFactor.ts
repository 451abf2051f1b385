import type { Ctx } from '../context.ts'
import { UserTotp } from '../models/index.ts'

/** Takes app and recovery codes from an account. Answers whether it had an app. Whoever calls holds the account's row locked. */
export async function removeTwoFactor(tx: Ctx, userId: string): Promise<boolean> {
  const gone = await UserTotp.with(tx).where({ userId }).delete()
  await tx.db('user_recovery_codes').where({ userId }).delete()
  return gone > 0
}
