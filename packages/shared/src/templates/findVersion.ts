import { AppError } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { TemplateVersion, type Template } from '../models/index.ts'
import { shownVersions } from '../policies/index.ts'

/** @throws AppError NOT_FOUND, also for one that was taken from others because of a report */
export async function findVersion(ctx: Ctx, template: Pick<Template, 'id'>, number: number): Promise<TemplateVersion> {
  const asked = { templateId: template.id, number }
  const version = await TemplateVersion.with(ctx)
    .findOne(asked)
    .whereRaw(...shownVersions(ctx.actor))
  if (version) return version
  const isThere = await TemplateVersion.with(ctx).findOne(asked).select('id')
  throw new AppError(
    'NOT_FOUND',
    isThere ? `Version ${number} was taken away because of a report. Choose another.` : `This template has no version ${number}.`,
  )
}
