import type { Prompt as PromptShape } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { User } from '../models/index.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { findPrompt, presentPrompt } from '../prompts/index.ts'

/** Stops an answer; what there is of it stays. Answers the exchange as it is then. */
export async function stopPrompt(ctx: Ctx, { id }: { id: string }): Promise<PromptShape> {
  const actor = signedIn(ctx.actor)
  authorize('prompt:stop', await findPrompt(ctx, id))
  await ctx.services.generations.stop(id, `Stopped by ${actor.name}.`)
  const { prompt } = await findPrompt(ctx, id)
  const author = await User.with(ctx).context({ withDeleted: true }).findById(prompt.authorId).select('id', 'name')
  return presentPrompt(prompt, { id: prompt.authorId, name: author?.name ?? '' })
}
