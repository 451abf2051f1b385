import type { Ctx } from '../context.ts'
import { findTemplate } from './findTemplate.ts'
import { showVersion } from './showVersion.ts'

/** One version with its text. */
export async function getTemplateVersion(ctx: Ctx, { templateId, number }: { templateId: string; number: number }) {
  const { template } = await findTemplate(ctx, { id: templateId })
  return showVersion(ctx, template, number)
}
