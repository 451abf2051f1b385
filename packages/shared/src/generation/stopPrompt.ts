import type { Prompt as PromptShape } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { Prompt } from '../models/index.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { findPrompt, getPrompt } from '../prompts/index.ts'
import { lifeless } from './showLife.ts'

const reason = 'Stopped.'

/** Stops an answer; what there is of it stays. Answers the exchange as it is then. */
export async function stopPrompt(ctx: Ctx, { id }: { id: string }): Promise<PromptShape> {
  const actor = signedIn(ctx.actor)
  authorize(actor, 'prompt:stop', await findPrompt(ctx, id))
  const { generations } = ctx.services
  await generations.stop(id, reason, actor.userId)
  if (!generations.isRunning(id)) await endElsewhere(ctx, id, actor.userId)
  return getPrompt(ctx, { id })
}

/**
 * Ends an answer that this process does not write. One that shows signs of life is stopped: whoever writes it finds out at the next one,
 * and adds what there was of it. One that shows none has failed: its row must not keep the conversation waiting.
 */
async function endElsewhere(ctx: Ctx, id: string, stoppedBy: string): Promise<void> {
  await withTransaction(ctx, async (tx) => {
    const prompt = await Prompt.with(tx).context({ writing: true }).findOne({ id, status: 'pending' }).forUpdate()
    if (!prompt) return
    const isAlive = prompt.updatedAt.getTime() >= ctx.now().getTime() - lifeless
    const lost = { status: 'failed', statusReason: 'The answer was lost. Send it again.' } as const
    await Prompt.with(tx)
      .findById(id)
      .patch(isAlive ? { status: 'cancelled', statusReason: reason, stoppedBy } : lost)
    tx.afterCommit(() => ctx.services.rooms.promptChanged(prompt.conversationId, id))
  })
}
