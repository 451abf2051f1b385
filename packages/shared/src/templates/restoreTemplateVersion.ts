import type { restoreTemplateVersionSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { authorize } from '../policies/index.ts'
import { findTemplate } from './findTemplate.ts'
import { findVersion } from './findVersion.ts'
import { insertVersion } from './insertVersion.ts'
import { refuseErrors } from './refuseErrors.ts'
import { refuseUnlessNewest } from './refuseUnlessNewest.ts'
import { refuseUpheld } from './refuseUpheld.ts'

/**
 * Makes an old version the newest again: as a new version that came from it, so that nothing is undone.
 * @throws AppError VALIDATION where the checker finds errors, as an imported version may have some; CONFLICT where `basedOn` is not the newest any more: somebody would find their version displaced unseen
 */
export async function restoreTemplateVersion(
  ctx: Ctx,
  { templateId, number, basedOn }: z.infer<typeof restoreTemplateVersionSchema>,
) {
  const { template: of } = await findTemplate(ctx, { id: templateId })
  authorize(ctx.actor, 'template:update', of)
  await refuseErrors(ctx, of, await findVersion(ctx, of, number))
  return withTransaction(ctx, async (tx) => {
    const { template } = await findTemplate(tx, { id: templateId }, { lock: true })
    authorize(tx.actor, 'template:update', template)
    refuseUnlessNewest(template, basedOn, `See what it changed, then restore version ${number} if you still want to.`)
    const { id: parentVersionId, content, variables, settings } = await findVersion(tx, template, number)
    const text = { content, variables, settings }
    if (template.visibility !== 'private') await refuseUpheld(tx, template.ownerId, text)
    const message = `Version ${number} again`
    return insertVersion(tx, template, { number: template.latestNumber + 1, parentVersionId, message, text })
  })
}
