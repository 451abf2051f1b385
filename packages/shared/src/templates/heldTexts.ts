import type { Ctx } from '../context.ts'
import { TemplateUpheldText, type Template, type TemplateVersion } from '../models/index.ts'

type Text = Pick<TemplateVersion, 'wordsDigest'> & Pick<Template, 'ownerId'>

/** Of which of these texts, by whose they are, moderators agreed that they are not for others. */
export async function heldTexts(
  ctx: Ctx,
  texts: readonly Text[],
): Promise<(wordsDigest: string, ownerId: string | null) => boolean> {
  const digests = [...new Set(texts.map(({ wordsDigest }) => wordsDigest))]
  const held = await TemplateUpheldText.with(ctx).whereIn('wordsDigest', digests).select('wordsDigest', 'ownerId')
  return (wordsDigest, ownerId) =>
    held.some((row) => row.wordsDigest === wordsDigest && (row.ownerId === null || row.ownerId === ownerId))
}

/** Whether others are not shown a version: its template is shown with the newest, and that one alone whatever it says. */
export function isHidden(
  { number }: Pick<TemplateVersion, 'number'>,
  { latestNumber, visibility }: Pick<Template, 'latestNumber' | 'visibility'>,
  isHeld: boolean,
): boolean {
  return isHeld && (number < latestNumber || visibility === 'private')
}
