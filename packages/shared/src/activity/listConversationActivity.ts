import type { OwnActivity, conversationActivitySchema } from '@prologue/contracts'
import type { z } from 'zod'
import type { Ctx } from '../context.ts'
import { findConversation } from '../conversations/index.ts'
import type { Page } from '../pages.ts'
import { authorize } from '../policies/index.ts'
import { readOwnActivity } from './readOwnActivity.ts'

/** What happened in a conversation, for its owner. @throws AppError NOT_FOUND, FORBIDDEN for all but the owner */
export async function listConversationActivity(
  ctx: Ctx,
  { conversationId, cursor }: z.infer<typeof conversationActivitySchema>,
): Promise<Page<OwnActivity>> {
  authorize(ctx.actor, 'conversation:read-activity', await findConversation(ctx, conversationId))
  const people = await ctx.db('conversation_participants').where({ conversationId }).select<{ userId: string }[]>('userId')
  return readOwnActivity(ctx, { wholeId: conversationId, cursor, known: new Set(people.map(({ userId }) => userId)) })
}
