import type { Ctx } from '../context.ts'
import { Prompt, PromptEdit } from '../models/index.ts'

/** Removes exchanges for good with their edits, each row by its model, so that the audit tells of all. Answers how many exchanges. */
export async function deletePrompts(tx: Ctx, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  await PromptEdit.purging(tx)
    .whereIn('promptId', [...ids])
    .delete()
  return Prompt.purging(tx)
    .findByIds([...ids])
    .delete()
}
