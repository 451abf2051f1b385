import { withTransaction, type Ctx } from '../context.ts'
import { TemplateFavourite } from '../models/index.ts'
import { signedIn, withAccount } from '../policies/index.ts'
import { findTemplate } from '../templates/index.ts'

/** Takes a template out of the actor's favourites, if it is there. @throws AppError NOT_FOUND; FORBIDDEN for guests */
export async function removeFavourite(ctx: Ctx, { templateId }: { templateId: string }): Promise<void> {
  const { userId } = signedIn(ctx.actor)
  await withTransaction(ctx, async (tx) => {
    await findTemplate(tx, { id: templateId }, { lock: true })
    withAccount(tx.actor)
    await TemplateFavourite.with(tx).where({ templateId, userId }).delete()
  })
}
