import { withTransaction, type Ctx } from '../context.ts'
import { Prompt } from '../models/index.ts'

/** At a start no answer is being written: what a killed process left pending has failed. */
export async function failInterrupted(ctx: Ctx): Promise<void> {
  await withTransaction(ctx, async (tx) => {
    await Prompt.with(tx)
      .where({ status: 'pending' })
      .patch({ status: 'failed', statusReason: 'The server stopped while this was being written. Send it again.' })
  })
}
