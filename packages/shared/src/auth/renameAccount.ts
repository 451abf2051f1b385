import type { renameAccountSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { User } from '../models/index.ts'
import { signedIn } from '../policies/index.ts'

/** Changes the name that others see. @throws AppError UNAUTHENTICATED */
export async function renameAccount(ctx: Ctx, { name }: z.infer<typeof renameAccountSchema>): Promise<void> {
  const { userId } = signedIn(ctx.actor)
  await withTransaction(ctx, async (tx) => {
    await User.with(tx).findById(userId).patch({ name })
    tx.afterCommit(() => tx.services.rooms.personRenamed(userId, name))
  })
}
