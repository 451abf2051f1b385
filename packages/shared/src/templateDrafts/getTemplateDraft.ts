import type { TemplateDraft as Shown } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { TemplateDraft } from '../models/index.ts'
import { authorize } from '../policies/index.ts'
import { findTemplate, findVersion } from '../templates/index.ts'

/** What is written on a template and not yet a version; where nothing is, its newest version as what one begins with. */
export async function getTemplateDraft(ctx: Ctx, { templateId }: { templateId: string }): Promise<Shown> {
  const { template } = await findTemplate(ctx, { id: templateId })
  authorize(ctx.actor, 'template:update', template)
  const draft = await TemplateDraft.with(ctx).findOne({ templateId })
  if (draft) {
    const { content, variables, settings, basedOn, revision, updatedAt } = draft
    return { templateId, content, variables, settings, basedOn, revision, savedAt: updatedAt }
  }
  const basedOn = template.latestNumber
  const begun = { templateId, basedOn, revision: 0, savedAt: null }
  if (basedOn === 0) return { ...begun, content: '', variables: [], settings: {} }
  const { content, variables, settings } = await findVersion(ctx, template, basedOn)
  return { ...begun, content, variables, settings }
}
