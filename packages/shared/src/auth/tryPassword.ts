import { withTransaction, type Ctx } from '../context.ts'
import { recordEvent, type User } from '../models/index.ts'
import { hasTwoFactor } from '../twoFactor/index.ts'
import { countTry, type CountedTry } from './lockout.ts'
import { lockedMail } from './mails.ts'
import { expectTurn, verifyPassword } from './passwords.ts'

/**
 * Whether the password is the account's, as one of the tries it has left. Unknown, closed to guesses and wrong take the same
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
    // Where a code is still to come the account stays closed to guesses: whoever makes them has the password by now.
    if (user && counted?.closes && (await hasTwoFactor(ctx, user.id))) warnOwner(ctx, user)
    return true
  }
  await refuseTry(ctx, user, counted)
  return false
}

/** Writes a try that was wrong, or not judged at all, to the audit; the owner hears when it closed the account. */
export async function refuseTry(ctx: Ctx, user: User | undefined, counted: CountedTry | null): Promise<void> {
  const entityId = user?.id ?? null
  const metadata = counted ? { count: counted.count } : user && { locked: true }
  await recordEvent(ctx, { action: 'sign-in-refused', entityType: 'users', entityId, ...(metadata && { metadata }) })
  if (user && counted?.closes) warnOwner(ctx, user)
}

function warnOwner(ctx: Ctx, user: User): void {
  ctx.services.mail.post(async () => lockedMail(ctx, user))
}
