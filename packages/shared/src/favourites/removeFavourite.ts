import { withTransaction, type Ctx } from '../context.ts'
import { Template, TemplateFavourite } from '../models/index.ts'
import { signedIn, withAccount } from '../policies/index.ts'
import { findTemplate } from '../templates/index.ts'

/** Takes a template out of the actor's favourites, if it is there; also while its owner keeps it to themselves. @throws AppError NOT_FOUND; FORBIDDEN for guests */
export async function removeFavourite(ctx: Ctx, { templateId }: { templateId: string }): Promise<void> {
  const { userId } = signedIn(ctx.actor)
  await withTransaction(ctx, async (tx) => {
    await Template.with(tx).findById(templateId).forUpdate().select('id')
    const mine = await TemplateFavourite.with(tx).findOne({ templateId, userId }).select('id')
    // It is the actor's own, also of a template that is private by now; of one they never saw they learn nothing.
    if (!mine) await findTemplate(tx, { id: templateId })
    withAccount(tx.actor)
    if (mine) await TemplateFavourite.with(tx).findById(mine.id).delete()
  })
}
