import type { CheckpointKind } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { DraftCheckpoint } from '../models/index.ts'
import { signedIn } from '../policies/index.ts'

type State = { draftId: string; kind: CheckpointKind; name: string; content: string; stateVector: Uint8Array }

/** Keeps a state of the draft under a name; answers the checkpoint's id. */
export async function saveCheckpoint(ctx: Ctx, { stateVector, ...state }: State): Promise<string> {
  const { userId } = signedIn(ctx.actor)
  return withTransaction(ctx, async (tx) => {
    const checkpoint = { ...state, stateVector: Buffer.from(stateVector), createdBy: userId }
    const { id } = await DraftCheckpoint.with(tx).insert(checkpoint)
    return id
  })
}
