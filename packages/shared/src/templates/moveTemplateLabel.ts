import type { moveTemplateLabelSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { TemplateLabel } from '../models/index.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { findTemplate } from './findTemplate.ts'
import { findVersion } from './findVersion.ts'
import { refuseUpheld } from './refuseUpheld.ts'

/**
 * Points a label to a version. Answers the number it pointed to before, null where it is new.
 * @throws AppError NOT_FOUND, FORBIDDEN; CONFLICT for a version of which a report was upheld
 */
export async function moveTemplateLabel(
  ctx: Ctx,
  { templateId, name, number }: z.infer<typeof moveTemplateLabelSchema>,
): Promise<{ displaced: number | null }> {
  const { userId } = signedIn(ctx.actor)
  return withTransaction(ctx, async (tx) => {
    const { template } = await findTemplate(tx, { id: templateId }, { lock: true })
    authorize(tx.actor, 'template:label', template)
    await refuseUpheld(tx, template.ownerId, await findVersion(tx, template, number))
    const label = await TemplateLabel.with(tx).findOne({ templateId, name })
    if (label) await TemplateLabel.with(tx).findById(label.id).patch({ number, movedBy: userId })
    else await TemplateLabel.with(tx).insert({ templateId, name, number, movedBy: userId })
    return { displaced: label?.number ?? null }
  })
}
