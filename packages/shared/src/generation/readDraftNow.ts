import { check, lockedSections, type Finding } from '@prologue/prompt-kit'
import type { Ctx } from '../context.ts'
import { draftOf } from '../conversations/index.ts'
import { readSectionsOf } from '../drafts/index.ts'

/** The draft as an exchange begins with it. */
export type DraftNow = { id: string; text: string; locked: ReadonlySet<string>; findings: readonly Finding[] }

/** What is told to a model of the draft of a conversation; the composer asks for the text alone. */
export async function readDraftNow(ctx: Ctx, conversationId: string, { forModel }: { forModel: boolean }): Promise<DraftNow> {
  const { id } = await draftOf(ctx, conversationId)
  const text = await ctx.services.drafts.read(id)
  if (!forModel) return { id, text, locked: new Set(), findings: [] }
  return { id, text, locked: lockedSections(text, await readSectionsOf(ctx, id)), findings: check(text) }
}
