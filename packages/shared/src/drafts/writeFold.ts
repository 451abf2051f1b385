import type { DraftFold } from '@prologue/collab/server'
import type { Knex } from 'knex'

/**
 * Writes the folded state, as of `at`, and removes the edits it holds, in one transaction. Answers false and changes nothing where
 * the draft has another epoch by now, or its snapshot is as new already.
 */
export async function writeFold(
  knex: Knex,
  draftId: string,
  { snapshot, text, throughSequence, epoch }: DraftFold,
  at: Date,
): Promise<boolean> {
  return knex.transaction(async (trx) => {
    const written = await trx('drafts')
      .where({ id: draftId, epoch })
      .where('snapshotSequence', '<', throughSequence)
      .update({ snapshot: Buffer.from(snapshot), snapshotSequence: throughSequence, content: text, updatedAt: at })
    if (written === 0) return false
    await trx('draft_updates').where({ draftId }).where('sequence', '<=', throughSequence).delete()
    return true
  })
}
