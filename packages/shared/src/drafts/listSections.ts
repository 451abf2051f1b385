import type { DraftSection } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { authorize } from '../policies/index.ts'
import { findDraft } from './findDraft.ts'
import { readSectionsOf } from './sectionsOf.ts'

/** What the draft of a conversation knows of its sections; of one that nobody said anything of there is no row. */
export async function listSections(ctx: Ctx, { conversationId }: { conversationId: string }): Promise<DraftSection[]> {
  const { draftId, ...place } = await findDraft(ctx, conversationId)
  authorize(ctx.actor, 'draft:read', place)
  const rows = await readSectionsOf(ctx, draftId)
  return rows.map(({ section, written, lock }) => ({ section, written, lock }))
}
