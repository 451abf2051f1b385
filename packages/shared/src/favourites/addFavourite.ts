import { withTransaction, type Ctx } from '../context.ts'
import { TemplateFavourite } from '../models/index.ts'
import { signedIn, withAccount } from '../policies/index.ts'
import { findTemplate } from '../templates/index.ts'

/** Keeps a template among the actor's favourites; done again it changes nothing. @throws AppError NOT_FOUND; FORBIDDEN for guests */
export async function addFavourite(ctx: Ctx, { templateId }: { templateId: string }): Promise<void> {
  const { userId } = signedIn(ctx.actor)
  await withTransaction(ctx, async (tx) => {
    // Locked, so that two tabs of one person keep it once.
    await findTemplate(tx, { id: templateId }, { lock: true })
    withAccount(tx.actor)
    const mine = await TemplateFavourite.with(tx).findOne({ templateId, userId }).select('id')
    if (!mine) await TemplateFavourite.with(tx).insert({ templateId, userId })
  })
}
