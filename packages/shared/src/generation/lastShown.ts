import type { Ctx } from '../context.ts'
import { Prompt } from '../models/index.ts'

/** The exchange that a new one of a conversation goes on from; undefined for the first. */
export async function lastShown(tx: Ctx, conversationId: string): Promise<Pick<Prompt, 'id' | 'metadata'> | undefined> {
  return Prompt.with(tx)
    .where({ conversationId, chosen: true })
    .orderBy([
      { column: 'createdAt', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(1)
    .first()
    .select('id', 'metadata')
}
