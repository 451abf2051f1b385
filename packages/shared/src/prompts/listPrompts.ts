import { limits } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { findConversation } from '../conversations/index.ts'
import { Prompt, User } from '../models/index.ts'
import { readCursor, writeCursor } from '../pages.ts'
import { signedIn } from '../policies/index.ts'
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
  const { userId } = signedIn(ctx.actor)
  const { role } = await findConversation(ctx, input.conversationId)
  const query = Prompt.with(ctx)
    .where('conversationId', input.conversationId)
    .orderBy([
      { column: 'createdAt', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limits.page + 1)
    .select(shown)
  if (input.cursor !== undefined) {
    const { at, id } = readCursor(input.cursor)
    void query.whereRaw(...ctx.database.dialect.sql.fallsBelow(['prompts.createdAt', 'prompts.id'], [at, id]))
  }
  const rows = await query
  const page = rows.slice(0, limits.page)
  const authorIds = [...new Set(page.map((prompt) => prompt.authorId))]
  // Who deleted an account is still named beside what they wrote.
  const authors = await User.with(ctx).context({ withDeleted: true }).findByIds(authorIds).select('id', 'name')
  const byId = new Map(authors.map((author) => [author.id, author]))
  const items = page.map((prompt) =>
    presentPrompt(prompt, byId.get(prompt.authorId) ?? { id: prompt.authorId, name: '' }, { userId, role }),
  )
  const last = rows.length > limits.page ? page.at(-1) : undefined
  return { items: items.toReversed(), nextCursor: last ? writeCursor({ at: last.createdAt, id: last.id }) : null }
}
