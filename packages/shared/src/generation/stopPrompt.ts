import type { Prompt as PromptShape } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { Prompt } from '../models/index.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { findPrompt, getPrompt, stoppedBy } from '../prompts/index.ts'

/** Stops an answer; what there is of it stays. Answers the exchange as it is then. */
export async function stopPrompt(ctx: Ctx, { id }: { id: string }): Promise<PromptShape> {
  const actor = signedIn(ctx.actor)
  authorize(actor, 'prompt:stop', await findPrompt(ctx, id))
  const { generations } = ctx.services
  await generations.stop(id, stoppedBy(actor.name))
  if (!generations.isRunning(id)) await failAbandoned(ctx, id)
  return getPrompt(ctx, { id })
}

/** What nobody writes any more has failed: the row must not keep its conversation waiting. */
async function failAbandoned(ctx: Ctx, id: string): Promise<void> {
  await withTransaction(ctx, async (tx) => {
    await Prompt.with(tx)
      .where({ id, status: 'pending' })
      .patch({ status: 'failed', statusReason: 'The answer was lost. Send it again.' })
  })
}
