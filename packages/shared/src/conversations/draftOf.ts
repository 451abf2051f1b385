import { AppError } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { Draft } from '../models/index.ts'

/** The draft of a conversation. Whoever calls has found the conversation. @throws AppError NOT_FOUND */
export async function draftOf(ctx: Ctx, conversationId: string): Promise<Pick<Draft, 'id' | 'epoch'>> {
  const draft = await Draft.with(ctx).findOne({ conversationId }).select('id', 'epoch')
  if (!draft) throw new AppError('NOT_FOUND')
  return draft
}
