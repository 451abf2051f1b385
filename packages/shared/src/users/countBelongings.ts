import type { Belongings } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { Conversation, ConversationParticipant, Template } from '../models/index.ts'
import { withAccount } from '../policies/index.ts'

/** What goes with the caller's account when it goes. @throws AppError UNAUTHENTICATED; FORBIDDEN for guests */
export async function countBelongings(ctx: Ctx): Promise<Belongings> {
  const { userId } = withAccount(ctx.actor)
  const conversations = () => Conversation.with(ctx).where('conversations.ownerId', userId)
  const templates = () => Template.with(ctx).where({ ownerId: userId })
  const others = ConversationParticipant.query(ctx.db)
    .whereColumn('conversationParticipants.conversationId', 'conversations.id')
    .whereNot('conversationParticipants.userId', userId)
  return {
    conversations: await conversations().resultSize(),
    sharedConversations: await conversations().whereExists(others).resultSize(),
    templates: await templates().resultSize(),
    publicTemplates: await templates().where({ visibility: 'public' }).resultSize(),
  }
}
