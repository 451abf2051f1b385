import type { Checkpoint } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { peopleOf } from '../participants/index.ts'
import { authorize } from '../policies/index.ts'
import { findDraft } from './findDraft.ts'
import { presentCheckpoint } from './presentCheckpoint.ts'
import { saveCheckpoint } from './saveCheckpoint.ts'

/** Keeps the draft as it stands under a name of the actor's. */
export async function nameCheckpoint(ctx: Ctx, input: { conversationId: string; name: string }): Promise<Checkpoint> {
  const { draftId, ...place } = await findDraft(ctx, input.conversationId)
  authorize(ctx.actor, 'checkpoint:create', place)
  const state = await ctx.services.drafts.capture(draftId)
  const checkpoint = await saveCheckpoint(ctx, { ...input, ...state, draftId, kind: 'manual' })
  const people = await peopleOf(ctx, input.conversationId, checkpoint.createdBy === null ? [] : [checkpoint.createdBy])
  return presentCheckpoint(checkpoint, people)
}
