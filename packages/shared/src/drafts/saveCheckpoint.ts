import type { CheckpointKind } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { DraftCheckpoint, type Rewriting } from '../models/index.ts'
import { signedIn } from '../policies/index.ts'

type State = {
  conversationId: string
  draftId: string
  kind: Exclude<CheckpointKind, 'time'>
  name: string
  content: string
  stateVector: Uint8Array
  rewriting?: Rewriting
}

/** Keeps a state of the draft under a name and tells the room. Whoever calls has asked whether the actor may. */
export async function saveCheckpoint(ctx: Ctx, state: State): Promise<DraftCheckpoint> {
  const { userId } = signedIn(ctx.actor)
  return withTransaction(ctx, async (tx) => {
    const { conversationId, draftId, kind, name, content, rewriting = null } = state
    const stateVector = Buffer.from(state.stateVector)
    const kept = { draftId, kind, name, content, size: content.length, stateVector, rewriting, createdBy: userId }
    const checkpoint = await DraftCheckpoint.with(tx).insert(kept)
    tx.afterCommit(() => ctx.services.rooms.checkpointsChanged(conversationId))
    return checkpoint
  })
}
