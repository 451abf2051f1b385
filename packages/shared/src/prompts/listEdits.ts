import type { PromptEdit as PromptEditShape } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { PromptEdit } from '../models/index.ts'

/** The edits that these exchanges propose, in their order. */
export async function listEdits(ctx: Ctx, promptIds: readonly string[]): Promise<Map<string, PromptEditShape[]>> {
  const rows = await PromptEdit.with(ctx)
    .whereIn('promptId', [...promptIds])
    .select('id', 'promptId', 'position', 'section', 'op', 'text', 'state')
  const found = new Map<string, PromptEditShape[]>()
  // A page has few: put in order here they need no sorting by the database, which walks them by their answers.
  const inOrder = rows.toSorted((one, other) => one.position - other.position)
  for (const { promptId, id, section, op, text, state } of inOrder) {
    found.set(promptId, [...(found.get(promptId) ?? []), { id, section, op, text, state }])
  }
  return found
}
