import type { Ctx } from '../context.ts'
import { Template, TemplateOffer, TemplateUpheldText, TemplateVersion, type TemplateReport } from '../models/index.ts'
import { notify } from '../notifications/index.ts'
import { authorize } from '../policies/index.ts'
import { findVersion } from '../templates/index.ts'

/**
 * Keeps the reported text of a template from others. Where its newest version says it the template is made private, and so are the other
 * templates of its owner that say it; else the older version alone is taken away. @throws AppError FORBIDDEN
 */
export async function upholdText(tx: Ctx, report: TemplateReport, template: Template): Promise<void> {
  authorize(tx.actor, 'template:hide', template)
  const { wordsDigest } = await findVersion(tx, template, report.reportedNumber ?? template.latestNumber)
  await hold(tx, wordsDigest, report, template)
  const newest = await findVersion(tx, template, template.latestNumber)
  if (newest.wordsDigest === wordsDigest) await hideTemplate(tx, template)
  else await tell(tx, template, 'template-version-hidden')
  for (const other of await othersThatSay(tx, wordsDigest, template)) await hideTemplate(tx, other)
}

async function hold(tx: Ctx, wordsDigest: string, { id: reportId, reason }: TemplateReport, template: Template): Promise<void> {
  // What is copied is somebody's own: it is held from who copied it, and not from who wrote it.
  const ownerId = reason === 'copyright' ? template.ownerId : null
  const templateId = template.id
  const held = await TemplateUpheldText.with(tx).findOne({ wordsDigest, templateId })
  if (!held) await TemplateUpheldText.with(tx).insert({ wordsDigest, ownerId, templateId, reportId })
  else if (held.ownerId !== null) await TemplateUpheldText.with(tx).findById(held.id).patch({ ownerId, reportId })
}

/** The others of its owner whose newest version says the same and that somebody else reads, or read before they were deleted. */
async function othersThatSay(tx: Ctx, wordsDigest: string, { id, ownerId }: Template): Promise<Template[]> {
  if (ownerId === null) return []
  return Template.with(tx)
    .context({ withDeleted: true })
    .where({ ownerId })
    .whereNot('templates.id', id)
    .where((read) => {
      void read.whereNot('visibility', 'private').orWhereIn('templates.id', TemplateOffer.with(tx).select('templateId'))
    })
    .whereExists(
      TemplateVersion.with(tx)
        .context({ withDeleted: true })
        .whereColumn('template_versions.templateId', 'templates.id')
        .whereColumn('template_versions.number', 'templates.latestNumber')
        .where({ wordsDigest }),
    )
    .forUpdate()
}

/** Makes a template private, ends the offer of it and tells its owner. */
async function hideTemplate(tx: Ctx, template: Template): Promise<void> {
  if (template.visibility !== 'private') {
    await Template.with(tx).context({ withDeleted: true }).findById(template.id).patch({ visibility: 'private' })
  }
  // Who is offered a template reads it, and its owner is told that nobody else does.
  await TemplateOffer.with(tx).where({ templateId: template.id }).delete()
  if (template.deletedAt === null) await tell(tx, template, 'template-hidden')
}

async function tell(
  tx: Ctx,
  { id: templateId, ownerId }: Template,
  kind: 'template-hidden' | 'template-version-hidden',
): Promise<void> {
  if (ownerId !== null) await notify(tx, { userIds: [ownerId], kind, templateId, named: false })
}
