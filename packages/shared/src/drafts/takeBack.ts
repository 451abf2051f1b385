import { withTransaction, type Ctx } from '../context.ts'
import { PromptEdit, type DraftCheckpoint, type Rewriting } from '../models/index.ts'
import { signedIn } from '../policies/index.ts'
import { rewriteDraft } from './rewriteDraft.ts'
import { textAfter } from './writeApplied.ts'

type Taking = { conversationId: string; checkpoint: DraftCheckpoint; rewriting: Rewriting }

/** Takes back what an answer made of a checkpoint. Whoever calls has asked whether the actor may. @throws AppError CONFLICT */
export async function takeBack(ctx: Ctx, { conversationId, checkpoint, rewriting }: Taking): Promise<void> {
  const { userId } = signedIn(ctx.actor)
  const { draftId, content: to } = checkpoint
  const kept = { conversationId, draftId, kind: 'restore', name: '' } as const
  const author = { kind: 'user', userId } as const
  await rewriteDraft(ctx, { ...kept, author, from: textAfter(checkpoint), to, takingBack: checkpoint })
  await reopen(ctx, conversationId, rewriting)
}

/** They can be applied again. */
async function reopen(ctx: Ctx, conversationId: string, { promptId, editIds }: Rewriting): Promise<void> {
  if (editIds.length === 0) return
  await withTransaction(ctx, async (tx) => {
    const open = { state: 'open', decidedBy: null, decidedAt: null } as const
    await PromptEdit.with(tx).findByIds(editIds).where({ promptId, state: 'applied' }).patch(open)
    tx.afterCommit(() => ctx.services.rooms.promptChanged(conversationId, promptId))
  })
}
