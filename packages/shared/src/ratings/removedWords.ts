import { AppError } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { wordsDigest } from '../database/words/index.ts'

/** Somebody's words about a template. */
type Review = { templateId: string; userId: string; review: string }

/** Keeps in mind, by a digest, which words moderators took from a review: also where it is withdrawn and written anew. */
export async function rememberRemoved(tx: Ctx, review: Review): Promise<void> {
  await tx.db('template_removed_reviews').insert(rowOf(review)).onConflict(['templateId', 'userId', 'words']).ignore()
}

/** @throws AppError CONFLICT where moderators took these words from this person's review of this template */
export async function refuseRemoved(tx: Ctx, review: Review): Promise<void> {
  if (!(await tx.db('template_removed_reviews').where(rowOf(review)).first('words'))) return
  throw new AppError('CONFLICT', 'A moderator took these words away because of a report. Write others, or give the stars alone.')
}

const rowOf = ({ templateId, userId, review }: Review) => ({ templateId, userId, words: wordsDigest(review) })
