import { withTransaction, type Ctx } from '../context.ts'
import { User } from '../models/index.ts'
import { spendCode, type Factor } from '../twoFactor/index.ts'
import { clearTries, countTry } from './lockout.ts'
import { refuseTry } from './refuseTry.ts'

/**
 * Spends a code of an account's second factor, as one of the tries it has left, together with what it opens: both are done or
 * none. Null for a wrong code, and for any while the account is locked.
 * @throws AppError FORBIDDEN where the secret of the app cannot be read any more, and what `open` throws.
 */
export async function tryCode<T extends object>(
  ctx: Ctx,
  { userId, code }: { userId: string; code: string },
  open: (tx: Ctx, factor: Factor) => Promise<T>,
): Promise<T | null> {
  const counted = await withTransaction(ctx, (tx) => countTry(tx, userId))
  const opened =
    counted &&
    (await withTransaction(ctx, async (tx) => {
      const factor = await spendCode(tx, userId, code)
      if (factor === null) return null
      await clearTries(tx, userId)
      return open(tx, factor)
    }))
  if (opened) return opened
  // Only who gave the right password is asked for a code.
  await refuseTry(ctx, await User.query(ctx.db).findById(userId), { counted, passwordKnown: true })
  return null
}
