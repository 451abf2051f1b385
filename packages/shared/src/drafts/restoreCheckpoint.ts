import { AppError } from '@prologue/contracts'
import { minimalEdits } from '@prologue/prompt-kit'
import type { Ctx } from '../context.ts'
import { findConversation } from '../conversations/index.ts'
import { Draft, DraftCheckpoint } from '../models/index.ts'
import { authorize, signedIn } from '../policies/index.ts'

/** Brings the text of a checkpoint back as a new edit of the actor: nobody's history is rewound. */
export async function restoreCheckpoint(ctx: Ctx, { checkpointId }: { checkpointId: string }): Promise<{ changed: boolean }> {
  const { userId } = signedIn(ctx.actor)
  const checkpoint = await DraftCheckpoint.with(ctx).findById(checkpointId)
  const draft = checkpoint && (await Draft.with(ctx).findById(checkpoint.draftId).select('id', 'conversationId'))
  if (!checkpoint || !draft) throw new AppError('NOT_FOUND')
  authorize('draft:write', await findConversation(ctx, draft.conversationId))

  let changed = false
  await ctx.services.drafts.edit(draft.id, { kind: 'user', userId }, (current) => {
    const edits = minimalEdits(current, checkpoint.content)
    changed = edits.length > 0
    return edits
  })
  return { changed }
}
