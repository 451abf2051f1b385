import { limits } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { Draft, DraftSection } from '../models/index.ts'

/** As many marks of a section are kept, the latest: who takes a text back that is older finds the section locked. */
const keptMarks = 50

/** What a draft knows of its sections, in the order in which they came. */
export async function readSectionsOf(ctx: Ctx, draftId: string): Promise<DraftSection[]> {
  const rows = await DraftSection.with(ctx).where({ draftId })
  return rows.toSorted((one, other) => (one.id < other.id ? -1 : 1))
}

type Place = { conversationId: string; draftId: string }

/** Notes what the assistant writes into sections of a draft, so that they are not taken for people's. */
export async function recordWritten(
  tx: Ctx,
  { conversationId, draftId }: Place,
  written: ReadonlyMap<string, string>,
): Promise<void> {
  if (written.size === 0) return
  const rows = await lockSections(tx, draftId)
  let room = limits.sections - rows.size
  for (const [section, mark] of written) {
    const row = rows.get(section)
    if (row) {
      const marks = [...row.written.filter((other) => other !== mark), mark]
      await DraftSection.with(tx)
        .findById(row.id)
        .patch({ written: marks.slice(-keptMarks) })
    } else if (section.length <= limits.section && room > 0) {
      room -= 1
      await DraftSection.with(tx).insert({ draftId, section, written: [mark], lock: null })
    }
  }
  tx.afterCommit(() => tx.services.rooms.sectionsChanged(conversationId))
}

/** What is known of the sections of a draft, by their names; nobody else writes it until the transaction ends. */
export async function lockSections(tx: Ctx, draftId: string): Promise<Map<string, DraftSection>> {
  await Draft.with(tx).findById(draftId).forUpdate().select('id')
  const rows = await readSectionsOf(tx, draftId)
  return new Map(rows.map((row) => [row.section, row]))
}
