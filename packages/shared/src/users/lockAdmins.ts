import { AppError } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { User } from '../models/index.ts'

/**
 * Locks the rows of all administrators who can sign in until the transaction ends, so that no two of them remove each other at once.
 * @throws AppError CONFLICT where `id` is the only one.
 */
export async function lockAdmins(tx: Ctx, id: string): Promise<void> {
  const admins = await User.with(tx).where({ role: 'admin', lockedAt: null }).orderBy('id').forUpdate().select('id')
  const [first, ...others] = admins
  if (first?.id === id && others.length === 0) {
    throw new AppError('CONFLICT', 'This is the only administrator. Make somebody else one first.')
  }
}
