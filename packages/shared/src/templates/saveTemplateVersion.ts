import type { saveTemplateVersionSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { authorize } from '../policies/index.ts'
import { checkVersion, type VersionText } from './checkVersion.ts'
import { findTemplate } from './findTemplate.ts'
import { findVersion } from './findVersion.ts'
import { insertVersion } from './insertVersion.ts'
import { refuseUnlessNewest } from './refuseUnlessNewest.ts'

type NewVersion = z.infer<typeof saveTemplateVersionSchema> & VersionText

/**
 * The next version of a template.
 * @throws AppError CONFLICT where the version it is based on is not the newest any more
 */
export async function saveTemplateVersion(ctx: Ctx, input: NewVersion): Promise<{ id: string; number: number }> {
  const text = checkVersion(input)
  return withTransaction(ctx, async (tx) => {
    const { template } = await findTemplate(tx, { id: input.templateId }, { lock: true })
    authorize(tx.actor, 'template:update', template)
    refuseUnlessNewest(template, input.basedOn)
    const parent = await findVersion(tx, template, input.basedOn)
    const { message } = input
    return insertVersion(tx, template, { number: template.latestNumber + 1, parentVersionId: parent.id, message, text })
  })
}
