import { AppError, limits } from '@prologue/contracts'
import { minimalEdits, rebaseEdits } from '@prologue/prompt-kit'
import type { Ctx } from '../context.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { findCheckpoint } from './findCheckpoint.ts'
import { saveCheckpoint } from './saveCheckpoint.ts'

/**
 * Writes what a checkpoint says into the draft, as an edit of the actor that changes only what differs. What the draft was
 * before is kept as a checkpoint, whose id is answered; null where the draft says the same already.
 *
 * `insteadOf` takes back the restoring of another checkpoint: only the difference between the two is written, so that what
 * people wrote since then stays.
 * @throws AppError NOT_FOUND when either is no checkpoint of a draft the actor sees, or they are of two drafts.
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

  const { content, stateVector } = await ctx.services.drafts.capture(draftId)
  if (content === checkpoint.content) return { checkpointId: null }
  const before = await saveCheckpoint(ctx, {
    conversationId: place.conversation.id,
    draftId,
    kind: 'restore',
    name: checkpoint.name.slice(0, limits.title),
    content,
    stateVector,
  })
  const from = other?.content ?? content
  const edits = minimalEdits(from, checkpoint.content)
  // What somebody typed since the text was read stays.
  await ctx.services.drafts.edit(draftId, { kind: 'user', userId }, (current) => rebaseEdits(edits, minimalEdits(from, current)))
  return { checkpointId: before.id }
}
