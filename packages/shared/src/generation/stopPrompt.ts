import type { Prompt as PromptShape } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { Prompt } from '../models/index.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { findPrompt, getPrompt, stoppedBy } from '../prompts/index.ts'
import { lifeless } from './showLife.ts'

/** Stops an answer; what there is of it stays. Answers the exchange as it is then. */
export async function stopPrompt(ctx: Ctx, { id }: { id: string }): Promise<PromptShape> {
  const actor = signedIn(ctx.actor)
  authorize(actor, 'prompt:stop', await findPrompt(ctx, id))
  const { generations } = ctx.services
  const reason = stoppedBy(actor.name)
  await generations.stop(id, reason)
  if (!generations.isRunning(id)) await endElsewhere(ctx, id, reason)
  return getPrompt(ctx, { id })
}

/**
 * Ends an answer that this process does not write. One that shows signs of life is stopped: whoever writes it finds out at the next one,
 * and adds what there was of it. One that shows none has failed: its row must not keep the conversation waiting.
 */
async function endElsewhere(ctx: Ctx, id: string, reason: string): Promise<void> {
  await withTransaction(ctx, async (tx) => {
    const prompt = await Prompt.with(tx).context({ writing: true }).findOne({ id, status: 'pending' }).forUpdate()
    if (!prompt) return
    const isAlive = prompt.updatedAt.getTime() >= ctx.now().getTime() - lifeless
    const lost = { status: 'failed', statusReason: 'The answer was lost. Send it again.' } as const
    await Prompt.with(tx)
      .findById(id)
      .patch(isAlive ? { status: 'cancelled', statusReason: reason } : lost)
    tx.afterCommit(() => ctx.services.rooms.promptChanged(prompt.conversationId, id))
  })
}
