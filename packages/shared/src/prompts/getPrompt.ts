import type { Prompt as PromptShape } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { findPrompt } from './findPrompt.ts'
import { presentPrompts } from './presentPrompts.ts'

/** An exchange as its conversation shows it now. @throws AppError NOT_FOUND */
export async function getPrompt(ctx: Ctx, { id }: { id: string }): Promise<PromptShape> {
  const { prompt, ...place } = await findPrompt(ctx, id)
  const [shape] = await presentPrompts(ctx, place, [prompt])
  if (!shape) throw new Error('One exchange has one shape')
  return shape
}
