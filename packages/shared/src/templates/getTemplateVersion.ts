import type { Ctx } from '../context.ts'
import { findTemplate } from './findTemplate.ts'
import { findVersion } from './findVersion.ts'
import { peopleById } from './people.ts'
import { presentVersion } from './presentVersion.ts'

/** One version with its text. */
export async function getTemplateVersion(ctx: Ctx, { templateId, number }: { templateId: string; number: number }) {
  const { template } = await findTemplate(ctx, { id: templateId })
  const version = await findVersion(ctx, template, number)
  return presentVersion(version, await peopleById(ctx, [version.authorId]))
}
