import type { CheckpointKind } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { DraftCheckpoint } from '../models/index.ts'
import { signedIn } from '../policies/index.ts'

type State = {
  conversationId: string
  draftId: string
  kind: Exclude<CheckpointKind, 'time'>
  name: string
  content: string
  stateVector: Uint8Array
}

/** Keeps a state of the draft under a name and tells the room. Whoever calls has asked whether the actor may. */
export async function saveCheckpoint(ctx: Ctx, { conversationId, stateVector, ...state }: State): Promise<DraftCheckpoint> {
  const { userId } = signedIn(ctx.actor)
  return withTransaction(ctx, async (tx) => {
    const size = state.content.length
    const checkpoint = await DraftCheckpoint.with(tx).insert({
      ...state,
      size,
      stateVector: Buffer.from(stateVector),
      createdBy: userId,
    })
    tx.afterCommit(() => ctx.services.rooms.checkpointsChanged(conversationId))
    return checkpoint
  })
}
