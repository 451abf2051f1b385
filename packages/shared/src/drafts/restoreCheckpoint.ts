import { AppError, limits } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { findCheckpoint } from './findCheckpoint.ts'
import { rewriteDraft } from './rewriteDraft.ts'

/**
 * Writes what a checkpoint says into the draft, as an edit of the actor that changes only what differs. What the draft was
 * before is kept as a checkpoint, whose id is answered; null where the draft says the same already.
 *
 * `insteadOf` takes back the restoring of another checkpoint: only the difference between the two is written, so that what
 * people wrote since then stays.
 * @throws AppError NOT_FOUND when either is no checkpoint of a draft the actor sees, or they are of two drafts; CONFLICT when
 * the restoring was taken back before, or the draft was rewritten since.
 */
export async function restoreCheckpoint(
  ctx: Ctx,
  input: { id: string; insteadOf?: string | undefined },
): Promise<{ checkpointId: string | null }> {
  const { userId } = signedIn(ctx.actor)
  const { checkpoint, ...place } = await findCheckpoint(ctx, input.id)
  authorize(ctx.actor, 'draft:write', place)
  const { draftId } = checkpoint
  const other = input.insteadOf === undefined ? null : (await findCheckpoint(ctx, input.insteadOf)).checkpoint
  if (other && other.draftId !== draftId) throw new AppError('NOT_FOUND')

  const name = checkpoint.name.slice(0, limits.title)
  const kept = { conversationId: place.conversation.id, draftId, kind: 'restore', name } as const
  const author = { kind: 'user', userId } as const
  const from = other && other.content
  const before = await rewriteDraft(ctx, { ...kept, author, from, to: checkpoint.content, takingBack: other && checkpoint })
  return { checkpointId: before && before.id }
}
