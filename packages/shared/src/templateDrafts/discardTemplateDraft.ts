import type { discardTemplateDraftSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { TemplateDraft } from '../models/index.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { findTemplate } from '../templates/index.ts'
import { findDraft } from './findDraft.ts'

/**
 * Takes a draft away, so that the newest version is what one begins with again. Whoever has its text can save it anew.
 * @throws AppError CONFLICT where another page has saved it since
 */
export async function discardTemplateDraft(
  ctx: Ctx,
  { templateId, revision }: z.infer<typeof discardTemplateDraftSchema>,
): Promise<void> {
  signedIn(ctx.actor)
  await withTransaction(ctx, async (tx) => {
    const { template } = await findTemplate(tx, { id: templateId }, { lock: true })
    authorize(tx.actor, 'template:update', template)
    const draft = await findDraft(tx, templateId, revision)
    await TemplateDraft.with(tx).deleteById(draft.id)
  })
}
