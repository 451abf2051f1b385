import { AppError, type offerTemplateSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { TemplateDraft, TemplateOffer, User } from '../models/index.ts'
import { notify } from '../notifications/index.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { findTemplate, findVersion, refuseUpheld } from '../templates/index.ts'

/**
 * Offers a template to somebody, who becomes its owner once they take it. An offer that stands is taken back by it.
 * @throws AppError NOT_FOUND, also for a person who has no account; FORBIDDEN; CONFLICT for oneself, before the first version, where
 * something is written that is no version yet, and of what was made private because of a report
 */
export async function offerTemplate(ctx: Ctx, { templateId, userId }: z.infer<typeof offerTemplateSchema>): Promise<void> {
  const actor = signedIn(ctx.actor)
  await withTransaction(ctx, async (tx) => {
    const { template } = await findTemplate(tx, { id: templateId }, { lock: true })
    authorize(actor, 'template:hand-over', template)
    if (template.latestNumber === 0)
      throw new AppError('CONFLICT', 'Publish this template first. What has no version cannot be handed over.')
    if (await TemplateDraft.with(tx).findOne({ templateId }).select('id'))
      throw new AppError('CONFLICT', 'You have written on this template since its last version. Publish or discard that first.')
    await refuseUpheld(tx, template.ownerId, await findVersion(tx, template, template.latestNumber))
    if (userId === actor.userId) throw new AppError('CONFLICT', 'This template is yours already. Choose somebody else.')
    // Locked: an account that is erased at this moment would keep an offer.
    const person = await User.with(tx).findById(userId).forUpdate()
    if (!person || person.role === 'guest')
      throw new AppError('NOT_FOUND', 'Nobody with an account is meant by this. Choose somebody else.')
    const standing = await TemplateOffer.with(tx).findOne({ templateId })
    if (standing?.offeredTo === userId) return
    if (standing) await TemplateOffer.with(tx).findById(standing.id).patch({ offeredTo: userId })
    else await TemplateOffer.with(tx).insert({ templateId, offeredTo: userId })
    await notify(tx, { userIds: [userId], kind: 'template-offered', templateId })
  })
}
