import type { Ctx } from '../context.ts'
import { Notification } from '../models/index.ts'
import { signedIn } from '../policies/index.ts'

/** How much the caller was told and has not read. @throws AppError UNAUTHENTICATED */
export async function countUnread(ctx: Ctx): Promise<{ count: number }> {
  const { userId } = signedIn(ctx.actor)
  return { count: await Notification.with(ctx).where({ userId, readAt: null }).resultSize() }
}
