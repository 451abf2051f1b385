import { withTransaction, type Ctx } from '../context.ts'
import type { User } from '../models/index.ts'
import { hasTwoFactor } from '../twoFactor/index.ts'
import { countTry, giveBackTry } from './lockout.ts'
import { expectTurn, verifyPassword } from './passwords.ts'
import { refuseTry } from './refuseTry.ts'

/**
 * Whether the password is the account's, as one of the tries it has left. Unknown, locked and wrong take the same
 * work and leave the same in the audit. Who is right calls `clearTries` once nothing more is to be proved.
 * @throws AppError RATE_LIMITED when too many people sign in at once.
 */
export async function tryPassword(ctx: Ctx, user: User | undefined, password: string): Promise<boolean> {
  expectTurn()
  const { counted, judged } = await withTransaction(ctx, async (tx) => {
    const counted = await countTry(tx, user?.id)
    // The try is counted, and being committed while the password is hashed: whether there was anything to commit takes no time
    // of its own.
    const verified = verifyPassword(counted ? user?.passwordHash : undefined, password)
    // It may fail before it is waited for.
    verified.catch(() => {})
    return { counted, judged: () => verified }
  })
  if (await judged()) {
    // Wrong tries before it are not forgotten while a code is still to come, but this one is none of them: it would lock out the
    // code that follows.
    if (user && counted && (await hasTwoFactor(ctx, user.id))) await giveBackTry(ctx, user.id, counted)
    return true
  }
  await refuseTry(ctx, user, { counted, passwordKnown: false })
  return false
}
