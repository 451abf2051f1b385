import type { PromptEdit as PromptEditShape } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { PromptEdit } from '../models/index.ts'

/** The edits that these exchanges propose, in their order. */
export async function listEdits(ctx: Ctx, promptIds: readonly string[]): Promise<Map<string, PromptEditShape[]>> {
  const rows = await PromptEdit.with(ctx)
    .whereIn('promptId', [...promptIds])
    .orderBy(['promptId', 'position'])
    .select('id', 'promptId', 'section', 'op', 'text', 'state')
  const found = new Map<string, PromptEditShape[]>()
  for (const { promptId, id, section, op, text, state } of rows) {
    found.set(promptId, [...(found.get(promptId) ?? []), { id, section, op, text, state }])
  }
  return found
}
