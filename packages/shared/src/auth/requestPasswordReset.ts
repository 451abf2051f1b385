import type { requestPasswordResetSchema } from '@prologue/contracts'
import type { z } from 'zod'
import type { Ctx } from '../context.ts'
import { User } from '../models/index.ts'
import { canonicalEmail } from './canonicalEmail.ts'
import { postToken } from './postToken.ts'

/** Has the account with this address, if there is one, mailed a link for a new password. It answers before it looks. */
export function requestPasswordReset(ctx: Ctx, input: z.infer<typeof requestPasswordResetSchema>): void {
  const emailCanonical = canonicalEmail(input.email)
  postToken(ctx, 'reset-password', async (later) => User.with(later).findOne({ emailCanonical }).whereNot('role', 'guest'))
}
