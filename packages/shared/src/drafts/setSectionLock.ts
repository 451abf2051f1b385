import { AppError, limits, type SectionLock } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { DraftSection } from '../models/index.ts'
import { authorize } from '../policies/index.ts'
import { findDraft } from './findDraft.ts'
import { lockSections } from './sectionsOf.ts'

type Input = { conversationId: string; section: string; lock: SectionLock | null }

/**
 * Locks a section of a draft or opens it, whoever wrote it; null leaves that to who wrote it.
 * @throws AppError CONFLICT where as many sections are known as can be
 */
export async function setSectionLock(ctx: Ctx, { conversationId, section, lock }: Input): Promise<void> {
  await withTransaction(ctx, async (tx) => {
    const { draftId, ...place } = await findDraft(tx, conversationId)
    authorize(tx.actor, 'draft:write', place)
    const rows = await lockSections(tx, draftId)
    const row = rows.get(section)
    if ((row?.lock ?? null) === lock) return
    if (row) await DraftSection.with(tx).findById(row.id).patch({ lock })
    else {
      if (rows.size >= limits.sections) throw new AppError('CONFLICT', full)
      await DraftSection.with(tx).insert({ draftId, section, written: [], lock })
    }
    tx.afterCommit(() => ctx.services.rooms.sectionsChanged(conversationId))
  })
}

const full = `A draft remembers ${limits.sections} sections, and there is room for no more.`
