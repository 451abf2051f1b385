import { AppError } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { TemplateVersion, type Template } from '../models/index.ts'

/** @throws AppError NOT_FOUND */
export async function findVersion(ctx: Ctx, template: Pick<Template, 'id'>, number: number): Promise<TemplateVersion> {
  const version = await TemplateVersion.with(ctx).findOne({ templateId: template.id, number })
  if (!version) throw new AppError('NOT_FOUND', `This template has no version ${number}.`)
  return version
}
