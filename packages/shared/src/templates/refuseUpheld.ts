import { AppError } from '@prologue/contracts'
import { isDeepStrictEqual } from 'node:util'
import type { Ctx } from '../context.ts'
import { wordsOf } from '../database/words/index.ts'
import { TemplateVersion } from '../models/index.ts'
import type { VersionText } from './checkVersion.ts'

type Text = Pick<VersionText, 'content' | 'variables'>

/**
 * What moderators made private comes back changed, not as it was: neither as a later version, nor in another template of its owner's.
 * @throws AppError CONFLICT where a report of this text was upheld
 */
export async function refuseUpheld(tx: Ctx, ownerId: string | null, text: Text): Promise<void> {
  const upheld = await TemplateVersion.with(tx)
    // Deleting what was reported frees nothing.
    .context({ withDeleted: true })
    .join('templates as mine', 'mine.id', 'template_versions.templateId')
    .join('template_reports as report', 'report.templateId', 'mine.id')
    .where('mine.ownerId', ownerId)
    .where('report.status', 'upheld')
    // What was taken from a review says nothing of the template.
    .whereNull('report.ratingId')
    .whereColumn('template_versions.number', 'report.upheldNumber')
    .select('template_versions.content', 'template_versions.variables')
  if (!upheld.some((version) => isSame(version, text))) return
  throw new AppError('CONFLICT', 'This was made private because of a report. Publish a version without what was reported first.')
}

/** Spaces, signs and capitals change nothing of what a text says. */
function isSame(one: Text, other: Text): boolean {
  return wordsOf(one.content) === wordsOf(other.content) && isDeepStrictEqual(one.variables, other.variables)
}
