import type { saveTemplateVersionSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { authorize } from '../policies/index.ts'
import { checkVersion, type VersionText } from './checkVersion.ts'
import { findTemplate } from './findTemplate.ts'
import { findVersion } from './findVersion.ts'
import { insertVersion } from './insertVersion.ts'
import { refuseErrors } from './refuseErrors.ts'
import { refuseUnlessNewest } from './refuseUnlessNewest.ts'
import { refuseUpheld } from './refuseUpheld.ts'

type NewVersion = z.infer<typeof saveTemplateVersionSchema> & VersionText

/**
 * The next version of a template.
 * @throws AppError VALIDATION where the checker finds errors; CONFLICT where the version it is based on is not the newest any more, and where others would see what a report took from them
 */
export async function saveTemplateVersion(ctx: Ctx, input: NewVersion): Promise<{ id: string; number: number }> {
  const text = checkVersion(input)
  const { template: of } = await findTemplate(ctx, { id: input.templateId })
  authorize(ctx.actor, 'template:update', of)
  await refuseErrors(ctx, of, text)
  return withTransaction(ctx, async (tx) => {
    const { template } = await findTemplate(tx, { id: input.templateId }, { lock: true })
    authorize(tx.actor, 'template:update', template)
    refuseUnlessNewest(template, input.basedOn)
    if (template.visibility !== 'private') await refuseUpheld(tx, template.ownerId, text)
    const parent = await findVersion(tx, template, input.basedOn)
    const { message } = input
    return insertVersion(tx, template, { number: template.latestNumber + 1, parentVersionId: parent.id, message, text })
  })
}
