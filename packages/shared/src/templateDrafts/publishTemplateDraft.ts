import type { publishTemplateDraftSchema } from '@prologue/contracts'
import type { z } from 'zod'
import type { Ctx } from '../context.ts'
import { Template, TemplateDraft } from '../models/index.ts'
import { authorize, signedIn } from '../policies/index.ts'
import {
  checkVersion,
  findTemplate,
  findVersion,
  freeSlug,
  insertVersion,
  refuseErrors,
  refuseUnlessNewest,
  refuseUpheld,
  withFreeSlug,
} from '../templates/index.ts'
import { findDraft } from './findDraft.ts'

/**
 * Makes the next version of a template of its draft, which is gone then. The first one gives the template the address of its title.
 * @throws AppError CONFLICT where the draft or the newest version is another by now; VALIDATION where the text is no template yet, or the checker finds
 * errors in it
 */
export async function publishTemplateDraft(
  ctx: Ctx,
  { templateId, revision, message }: z.infer<typeof publishTemplateDraftSchema>,
): Promise<{ id: string; number: number; slug: string }> {
  signedIn(ctx.actor)
  const { template: of } = await findTemplate(ctx, { id: templateId })
  authorize(ctx.actor, 'template:update', of)
  // What is judged here is what is published below: a draft of this revision has one text.
  await refuseErrors(ctx, of, checkVersion(await findDraft(ctx, templateId, revision)))
  return withFreeSlug(ctx, async (tx, attempt) => {
    const { template } = await findTemplate(tx, { id: templateId }, { lock: true })
    authorize(tx.actor, 'template:update', template)
    const draft = await findDraft(tx, templateId, revision)
    refuseUnlessNewest(template, draft.basedOn)
    const text = checkVersion(draft)
    if (template.visibility !== 'private') await refuseUpheld(tx, template.ownerId, text)
    const parent = draft.basedOn === 0 ? null : await findVersion(tx, template, draft.basedOn)
    const number = template.latestNumber + 1
    const slug = number === 1 ? await giveAddress(tx, template, attempt) : template.slug
    const version = await insertVersion(tx, template, { number, parentVersionId: parent && parent.id, message, text })
    await TemplateDraft.with(tx).deleteById(draft.id)
    return { ...version, slug }
  })
}

/** Nobody else knows the address of a template before it is published. */
async function giveAddress(tx: Ctx, { id, slug, title }: Template, attempt: number): Promise<string> {
  const named = await freeSlug(tx, { title, id, now: slug }, attempt)
  if (named !== slug) await Template.with(tx).findById(id).patch({ slug: named })
  return named
}
