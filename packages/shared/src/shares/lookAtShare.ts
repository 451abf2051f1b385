import type { Ctx } from '../context.ts'
import { User } from '../models/index.ts'
import { findLiveShare } from './findLiveShare.ts'

/** What somebody who holds a link may know before signing in. */
export async function lookAtShare(ctx: Ctx, { token }: { token: string }) {
  const { share, conversation, role } = await findLiveShare(ctx, token)
  const maker = await User.with(ctx).findById(share.createdBy).select('name')
  return { title: conversation.title, role, sharedBy: maker?.name ?? 'Somebody' }
}
