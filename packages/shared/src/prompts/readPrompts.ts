import type { Ctx } from '../context.ts'
import { Prompt } from '../models/index.ts'
import { onlyAfter, onlyBefore } from '../pages.ts'

/** The rest is as long as the texts themselves and stays on the server. */
export const shown = [
  'id',
  'conversationId',
  'authorId',
  'parentPromptId',
  'messageId',
  'act',
  'userInput',
  'response',
  'status',
  'statusReason',
  'stoppedBy',
  'provider',
  'model',
  'modelVersion',
  'parameters',
  'metadata',
  'responseTimeMs',
  'firstTokenMs',
  'tokensIn',
  'tokensCached',
  'tokensOut',
  'costMicroUsd',
  'rating',
  'feedback',
  'chosen',
  'createdAt',
  'editedAt',
]

type Reading = {
  conversationId: string
  way: 'older' | 'newer'
  /** Where to begin; null at the newest. */
  from: Pick<Prompt, 'createdAt' | 'id'> | null
  limit: number
}

/** Exchanges that are shown of a conversation and come before or after a place, nearest first taken, in the order they happened. */
export async function readPrompts(ctx: Ctx, { conversationId, way, from, limit }: Reading) {
  const order = way === 'older' ? 'desc' : 'asc'
  const query = Prompt.with(ctx)
    .where({ conversationId, chosen: true })
    .orderBy([
      { column: 'createdAt', order },
      { column: 'id', order },
    ])
    .limit(limit + 1)
    .select(shown)
  const columns = ['prompts.createdAt', 'prompts.id'] as const
  if (from && way === 'older') onlyAfter(ctx, query, columns, [from.createdAt, from.id])
  if (from && way === 'newer') onlyBefore(ctx, query, columns, [from.createdAt, from.id])
  const rows = await query
  const near = rows.slice(0, limit)
  return { items: way === 'older' ? near.toReversed() : near, more: rows.length > limit }
}
