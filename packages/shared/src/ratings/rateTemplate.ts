import type { rateTemplateSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { TemplateRating } from '../models/index.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { findTemplate } from '../templates/index.ts'
import { refuseRemoved } from './removedWords.ts'

/**
 * What the actor thinks of a template, in place of what they thought before.
 * @throws AppError NOT_FOUND, FORBIDDEN; CONFLICT for words that moderators took away
 */
export async function rateTemplate(ctx: Ctx, input: z.infer<typeof rateTemplateSchema>): Promise<void> {
  const { userId } = signedIn(ctx.actor)
  const { templateId, rating, review } = input
  await withTransaction(ctx, async (tx) => {
    // Under the lock of the template, whose sums follow: two ratings at once would else wait for each other.
    const { template } = await findTemplate(tx, { id: templateId }, { lock: true })
    authorize(tx.actor, 'template:rate', template)
    if (review !== null) await refuseRemoved(tx, { templateId, userId, review })
    const mine = await TemplateRating.with(tx).findOne({ templateId, userId })
    if (mine) await TemplateRating.with(tx).findById(mine.id).patch({ rating, review })
    else await TemplateRating.with(tx).insert({ templateId, userId, rating, review })
  })
}
