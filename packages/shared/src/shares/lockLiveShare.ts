import type { Ctx } from '../context.ts'
import { Conversation } from '../models/index.ts'
import type { LiveShare } from './findLiveShare.ts'

/**
 * A link, judged again once its conversation is locked: it may be withdrawn, or followed in another tab, at the same moment.
 * @throws AppError NOT_FOUND, as `find` does
 */
export async function lockLiveShare(tx: Ctx, find: () => Promise<LiveShare>): Promise<LiveShare> {
  const { conversation } = await find()
  await Conversation.with(tx).findById(conversation.id).forUpdate()
  return find()
}
