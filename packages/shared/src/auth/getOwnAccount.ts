import type { OwnAccount } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { User } from '../models/index.ts'
import { abilitiesOfAccount, signedIn } from '../policies/index.ts'
import { twoFactorOf } from '../twoFactor/index.ts'

/** The caller's account as they see it themselves. @throws AppError UNAUTHENTICATED */
export async function getOwnAccount(ctx: Ctx): Promise<OwnAccount> {
  const { userId } = signedIn(ctx.actor)
  const { name, email, role, emailVerifiedAt, preferences, createdAt } = await User.with(ctx).findById(userId).throwIfNotFound()
  const twoFactor = await twoFactorOf(ctx, userId)
  return {
    name,
    email,
    role,
    abilities: abilitiesOfAccount({ role }),
    emailVerified: emailVerifiedAt !== null,
    preferences,
    twoFactor,
    createdAt,
  }
}
