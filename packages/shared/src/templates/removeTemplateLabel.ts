import type { removeTemplateLabelSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { TemplateLabel } from '../models/index.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { findTemplate } from './findTemplate.ts'

/** Takes a label away. Answers the number it pointed to, by which it can be put back; null where there was none. */
export async function removeTemplateLabel(
  ctx: Ctx,
  { templateId, name }: z.infer<typeof removeTemplateLabelSchema>,
): Promise<{ displaced: number | null }> {
  signedIn(ctx.actor)
  return withTransaction(ctx, async (tx) => {
    const { template } = await findTemplate(tx, { id: templateId }, { lock: true })
    authorize(tx.actor, 'template:label', template)
    const label = await TemplateLabel.with(tx).findOne({ templateId, name })
    if (label) await TemplateLabel.with(tx).deleteById(label.id)
    return { displaced: label?.number ?? null }
  })
}
