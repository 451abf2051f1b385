import type { Ctx } from '../context.ts'
import { User } from '../models/index.ts'

type Owned = { ownerId: string | null; deletedAt: Date | null }

/** Whether a row was deleted before `cut`, or else its owner's account, or that is erased. Locks the account. */
export async function isGone(tx: Ctx, { ownerId, deletedAt }: Owned, cut: Date): Promise<boolean> {
  if (deletedAt !== null && deletedAt < cut) return true
  return ownerId !== null && isOwnerGone(tx, ownerId, cut)
}

async function isOwnerGone(tx: Ctx, ownerId: string, cut: Date): Promise<boolean> {
  const owner = await User.with(tx).context({ withDeleted: true }).findById(ownerId).forUpdate()
  if (!owner || owner.deletedAt === null) return false
  return owner.erasedAt !== null || owner.deletedAt < cut
}
