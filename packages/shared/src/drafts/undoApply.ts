import { AppError } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { draftOf } from '../conversations/index.ts'
import { DraftCheckpoint } from '../models/index.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { findPrompt } from '../prompts/index.ts'
import { rewriteDraft } from './rewriteDraft.ts'

/**
 * Takes back what applying an answer changed, as an edit of the actor. What people wrote since then stays, and what the draft was
 * until now is kept as a checkpoint.
 * @throws AppError NOT_FOUND when the checkpoint is not one of this conversation's draft; CONFLICT when it was taken back before,
 * or the draft was rewritten since.
 */
export async function undoApply(ctx: Ctx, input: { promptId: string; checkpointId: string }): Promise<void> {
  const { userId } = signedIn(ctx.actor)
  const place = await findPrompt(ctx, input.promptId)
  authorize(ctx.actor, 'draft:write', place)
  const { id: draftId } = await draftOf(ctx, place.conversation.id)
  const checkpoint = await DraftCheckpoint.with(ctx).findOne({ id: input.checkpointId, draftId })
  if (!checkpoint) throw new AppError('NOT_FOUND')

  const conversationId = place.conversation.id
  const kept = { conversationId, draftId, kind: 'restore', name: '' } as const
  const author = { kind: 'user', userId } as const
  const { content: to } = checkpoint
  await rewriteDraft(ctx, { ...kept, author, from: place.prompt.response, to, takingBack: checkpoint })
}
