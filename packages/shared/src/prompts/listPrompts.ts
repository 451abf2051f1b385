import { limits } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { findConversation } from '../conversations/index.ts'
import { Prompt, User } from '../models/index.ts'
import { cutPage, instantPlace, onlyAfter, readCursor } from '../pages.ts'
import { presentPrompt } from './presentPrompt.ts'

/** The rest is as long as the texts themselves and stays on the server. */
const shown = [
  'id',
  'conversationId',
  'authorId',
  'userInput',
  'response',
  'status',
  'statusReason',
  'provider',
  'model',
  'responseTimeMs',
  'firstTokenMs',
  'tokensIn',
  'tokensOut',
  'costMicroUsd',
  'createdAt',
]

/** A page of exchanges in the order they happened; the first page is the newest, its cursor leads to older ones. */
export async function listPrompts(ctx: Ctx, input: { conversationId: string; cursor?: string | undefined }) {
  const { conversation, role } = await findConversation(ctx, input.conversationId)
  const query = Prompt.with(ctx)
    .where('conversationId', input.conversationId)
    .orderBy([
      { column: 'createdAt', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limits.page + 1)
    .select(shown)
  onlyAfter(ctx, query, ['prompts.createdAt', 'prompts.id'], readCursor(input.cursor, instantPlace))
  const page = cutPage(await query, limits.page, ({ createdAt, id }) => [createdAt, id])
  const authorIds = [...new Set(page.items.map((prompt) => prompt.authorId))]
  // Who deleted an account is still named beside what they wrote.
  const authors = await User.with(ctx).context({ withDeleted: true }).findByIds(authorIds).select('id', 'name')
  const byId = new Map(authors.map((author) => [author.id, author]))
  const items = page.items.map((prompt) =>
    presentPrompt(prompt, byId.get(prompt.authorId) ?? { id: prompt.authorId, name: '' }, {
      actor: ctx.actor,
      conversation,
      role,
    }),
  )
  return { ...page, items: items.toReversed() }
}
