import type { Ctx } from '../context.ts'
import { recordEvent, type User } from '../models/index.ts'
import type { CountedTry } from './lockout.ts'
import { lockedMail } from './mails.ts'

/** A try that was not judged is one at a locked account; with `passwordKnown` whoever made it has the password. */
type Refused = { counted: CountedTry | null; passwordKnown: boolean }

/** Writes a try that was wrong, or not judged at all, to the audit; the owner hears when it locked the account. */
export async function refuseTry(ctx: Ctx, user: User | undefined, { counted, passwordKnown }: Refused): Promise<void> {
  const entityId = user?.id ?? null
  const metadata = counted ? { count: counted.count } : user && { locked: true }
  await recordEvent(ctx, { action: 'sign-in-refused', entityType: 'users', entityId, ...(metadata && { metadata }) })
  if (user && counted?.locks) ctx.services.mail.post(async () => lockedMail(ctx, user, passwordKnown))
}
