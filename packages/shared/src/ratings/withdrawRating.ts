import { withTransaction, type Ctx } from '../context.ts'
import { TemplateRating } from '../models/index.ts'
import { signedIn, withAccount } from '../policies/index.ts'
import { findTemplate } from '../templates/index.ts'

/** Takes the actor's rating of a template back, if there is one. */
export async function withdrawRating(ctx: Ctx, { templateId }: { templateId: string }): Promise<void> {
  const { userId } = signedIn(ctx.actor)
  await withTransaction(ctx, async (tx) => {
    await findTemplate(tx, { id: templateId }, { lock: true })
    withAccount(tx.actor)
    await TemplateRating.with(tx).where({ templateId, userId }).delete()
  })
}
