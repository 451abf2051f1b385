import type { Ctx } from '../context.ts'
import { User } from '../models/index.ts'

/** Before when it was deleted: a row itself, or the account that owns it. */
export type Cuts = { rows: Date; accounts: Date }

type Owned = { ownerId: string | null; deletedAt: Date | null }

/** Whether a row was deleted before its cut, or else its owner's account, or that is erased. Locks the account. */
export async function isGone(tx: Ctx, { ownerId, deletedAt }: Owned, cuts: Cuts): Promise<boolean> {
  if (deletedAt !== null && deletedAt < cuts.rows) return true
  return ownerId !== null && isOwnerGone(tx, ownerId, cuts.accounts)
}

async function isOwnerGone(tx: Ctx, ownerId: string, cut: Date): Promise<boolean> {
  const owner = await User.with(tx).context({ withDeleted: true }).findById(ownerId).forUpdate()
  if (!owner || owner.deletedAt === null) return false
  return owner.erasedAt !== null || owner.deletedAt < cut
}
