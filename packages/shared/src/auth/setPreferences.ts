import type { setPreferencesSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { User } from '../models/index.ts'
import { signedIn } from '../policies/index.ts'

/** Sets all of the caller's preferences; what is left out is as the program has it. @throws AppError UNAUTHENTICATED */
export async function setPreferences(ctx: Ctx, { preferences }: z.infer<typeof setPreferencesSchema>): Promise<void> {
  const { userId } = signedIn(ctx.actor)
  await withTransaction(ctx, async (tx) => User.with(tx).findById(userId).patch({ preferences }))
}
