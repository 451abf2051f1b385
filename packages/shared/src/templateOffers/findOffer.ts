import { AppError } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { TemplateOffer, type Template } from '../models/index.ts'
import { withAccount } from '../policies/index.ts'
import { findTemplate } from '../templates/index.ts'

/**
 * The offer of a template to the actor, with the template locked: of two answers the second finds none.
 * @throws AppError NOT_FOUND; FORBIDDEN for guests
 */
export async function findOffer(tx: Ctx, templateId: string): Promise<{ template: Template; offer: TemplateOffer }> {
  const { userId } = withAccount(tx.actor)
  const { template } = await findTemplate(tx, { id: templateId }, { lock: true })
  const offer = await TemplateOffer.with(tx).findOne({ templateId, offeredTo: userId })
  if (!offer) throw new AppError('NOT_FOUND', 'This template is not offered to you, or not any more.')
  return { template, offer }
}
