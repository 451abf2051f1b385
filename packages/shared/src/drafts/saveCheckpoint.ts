import { withTransaction, type Ctx } from '../context.ts'
import { DraftCheckpoint } from '../models/index.ts'
import { signedIn } from '../policies/index.ts'

/** Keeps a text of the draft under a name; answers the checkpoint's id. */
export async function saveCheckpoint(ctx: Ctx, checkpoint: { draftId: string; name: string; content: string }): Promise<string> {
  const { userId } = signedIn(ctx.actor)
  return withTransaction(ctx, async (tx) => {
    const { id } = await DraftCheckpoint.with(tx).insert({ ...checkpoint, createdBy: userId })
    return id
  })
}
