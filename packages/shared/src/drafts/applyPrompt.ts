import { AppError } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { draftOf } from '../conversations/index.ts'
import { authorize } from '../policies/index.ts'
import { findPrompt } from '../prompts/index.ts'
import { rewriteDraft } from './rewriteDraft.ts'

/**
 * Writes an answer into the draft as the assistant's, changing only what differs. What the draft was before is kept as
 * a checkpoint, whose id is answered; null where the draft says the same already.
 * @throws AppError CONFLICT while the answer is being written or when there is none.
 */
export async function applyPrompt(ctx: Ctx, { promptId }: { promptId: string }): Promise<{ checkpointId: string | null }> {
  const place = await findPrompt(ctx, promptId)
  authorize(ctx.actor, 'draft:write', place)
  const { prompt } = place
  if (prompt.status === 'pending') throw new AppError('CONFLICT', 'This answer is still being written.')
  if (prompt.response === '') throw new AppError('CONFLICT', 'This answer is empty; there is nothing to apply.')

  const conversationId = place.conversation.id
  const { id: draftId } = await draftOf(ctx, conversationId)
  const kept = { conversationId, draftId, kind: 'apply', name: 'Before Apply' } as const
  const author = { kind: 'assistant' } as const
  const before = await rewriteDraft(ctx, { ...kept, author, from: null, to: prompt.response, takingBack: null })
  return { checkpointId: before && before.id }
}
