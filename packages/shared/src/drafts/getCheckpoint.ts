import type { CheckpointText } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { peopleOf } from '../participants/index.ts'
import { authorize } from '../policies/index.ts'
import { findCheckpoint } from './findCheckpoint.ts'
import { presentCheckpoint } from './presentCheckpoint.ts'

/** One checkpoint with its text. @throws AppError NOT_FOUND */
export async function getCheckpoint(ctx: Ctx, { id }: { id: string }): Promise<CheckpointText> {
  const { checkpoint, ...place } = await findCheckpoint(ctx, id)
  authorize(ctx.actor, 'draft:read', place)
  const people = await peopleOf(ctx, place.conversation.id, checkpoint.createdBy === null ? [] : [checkpoint.createdBy])
  return { ...presentCheckpoint(checkpoint, people), content: checkpoint.content }
}
