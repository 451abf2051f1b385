import { check, lockedSections, type Finding } from '@prologue/prompt-kit'
import type { Ctx } from '../context.ts'
import { draftOf } from '../conversations/index.ts'
import { readSectionsOf } from '../drafts/index.ts'
import { User } from '../models/index.ts'

/** The draft as an exchange begins with it. */
export type DraftNow = { id: string; text: string; locked: ReadonlySet<string>; findings: readonly Finding[] }

/**
 * What is told to a model of the draft of a conversation; the composer asks for the text alone. Its findings are those that stand beside it on
 * the page: the variables of a draft are declared once it becomes a template.
 */
export async function readDraftNow(ctx: Ctx, conversationId: string, { forModel }: { forModel: boolean }): Promise<DraftNow> {
  const { id } = await draftOf(ctx, conversationId)
  const text = await ctx.services.drafts.read(id)
  if (!forModel) return { id, text, locked: new Set(), findings: [] }
  const locked = lockedSections(text, await readSectionsOf(ctx, id))
  return { id, text, locked, findings: check(text, { off: [...(await rulesOff(ctx)), 'var-undeclared'] }) }
}

/** The rules that who asks has switched off. */
async function rulesOff({ actor, db }: Ctx): Promise<readonly string[]> {
  if (actor.kind !== 'user') return []
  const person = await User.query(db).findById(actor.userId).select('preferences')
  return person?.preferences.checker?.off ?? []
}
