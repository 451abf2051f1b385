import { AppError } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { User } from '../models/index.ts'
import { eraseAccount } from './eraseAccount.ts'
import { lockAdmins } from './lockAdmins.ts'

/** Erases an account that is not erased yet. Within the caller's transaction. @throws AppError NOT_FOUND; CONFLICT for the only administrator. */
export async function eraseOnce(tx: Ctx, id: string): Promise<void> {
  await lockAdmins(tx, id)
  const user = await User.with(tx).context({ withDeleted: true }).findById(id).forUpdate()
  if (!user) throw new AppError('NOT_FOUND')
  if (user.erasedAt === null) await eraseAccount(tx, user)
}
