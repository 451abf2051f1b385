import { AppError, type TemplateAbility, type TemplateSummary, type updateTemplateSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { Template, TemplateReport, TemplateVersion } from '../models/index.ts'
import { authorize } from '../policies/index.ts'
import { findTemplate } from './findTemplate.ts'
import { presentTemplate } from './presentTemplate.ts'

type Input = z.infer<typeof updateTemplateSchema>

/** What can be changed of a template, and what one must be allowed to for it. */
const fields = {
  title: 'template:update',
  description: 'template:update',
  category: 'template:sort',
  tags: 'template:sort',
  family: 'template:sort',
  visibility: 'template:update',
} as const satisfies Record<Exclude<keyof Input, 'id'>, TemplateAbility>

type Field = keyof typeof fields
const names: readonly Field[] = ['title', 'description', 'category', 'tags', 'family', 'visibility']

/** Changes what is said of a template. Its address stays, so that links hold. */
export async function updateTemplate(ctx: Ctx, input: Input): Promise<TemplateSummary> {
  const changed = names.filter((name) => input[name] !== undefined)
  const changes: Partial<Pick<Template, Field>> = Object.fromEntries(changed.map((name) => [name, input[name]]))
  return withTransaction(ctx, async (tx) => {
    const { template, owner } = await findTemplate(tx, { id: input.id }, { lock: true })
    for (const name of changed) {
      const hides = name === 'visibility' && changes.visibility === 'private'
      authorize(tx.actor, hides ? 'template:hide' : fields[name], template)
    }
    if (changes.visibility !== undefined && changes.visibility !== 'private' && template.latestNumber === 0) {
      throw new AppError('CONFLICT', 'Publish a first version of this template before others can find it.')
    }
    if (changes.visibility !== undefined && changes.visibility !== 'private') await refuseWhatWasHidden(tx, template)
    if (changes.visibility === 'organization' && template.organizationId === null) {
      throw new AppError('VALIDATION', 'This template belongs to no organization.')
    }
    if (changed.length > 0) await Template.with(tx).findById(template.id).patch(changes)
    const now = await Template.with(tx).findById(template.id).throwIfNotFound()
    return presentTemplate(now, owner, tx.actor)
  })
}

/** What moderators made private comes back changed, not as it was. */
async function refuseWhatWasHidden(tx: Ctx, { id: templateId, latestNumber: number, visibility }: Template): Promise<void> {
  if (visibility !== 'private') return
  const newest = await TemplateVersion.with(tx).findOne({ templateId, number }).throwIfNotFound().select('createdAt')
  const upheld = await TemplateReport.with(tx)
    .where({ templateId, status: 'upheld' })
    .where('decidedAt', '>=', newest.createdAt)
    .select('id')
    .first()
  if (upheld)
    throw new AppError(
      'CONFLICT',
      'This was made private because of a report. Publish a version without what was reported first.',
    )
}
