import { withTransaction, type Ctx } from '../context.ts'
import { authorize } from '../policies/index.ts'
import { findTemplate } from './findTemplate.ts'
import { findVersion } from './findVersion.ts'
import { insertVersion } from './insertVersion.ts'

/** Makes an old version the newest again: as a new version that came from it, so that nothing is undone. */
export async function restoreTemplateVersion(ctx: Ctx, { templateId, number }: { templateId: string; number: number }) {
  return withTransaction(ctx, async (tx) => {
    const { template } = await findTemplate(tx, { id: templateId }, { lock: true })
    authorize(tx.actor, 'template:update', template)
    const { id: parentVersionId, content, variables, settings } = await findVersion(tx, template, number)
    const text = { content, variables, settings }
    const message = `Version ${number} again`
    return insertVersion(tx, template, { number: template.latestNumber + 1, parentVersionId, message, text })
  })
}
