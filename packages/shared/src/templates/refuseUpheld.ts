import { AppError } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { wordsDigest } from '../database/words/index.ts'
import type { VersionText } from './checkVersion.ts'
import { heldTexts } from './heldTexts.ts'

/**
 * What moderators agreed is not for others comes back changed, not as it was: by its words alone, in whatever version of whatever template.
 * @throws AppError CONFLICT where a report of this text was upheld
 */
export async function refuseUpheld(tx: Ctx, ownerId: string | null, { content }: Pick<VersionText, 'content'>): Promise<void> {
  const text = { wordsDigest: wordsDigest(content), ownerId }
  if (!(await heldTexts(tx, [text]))(text.wordsDigest, ownerId)) return
  throw new AppError(
    'CONFLICT',
    'Moderators agreed that this text is not for others, because of a report. Change what was reported, then publish it.',
  )
}
