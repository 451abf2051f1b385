import { randomInt } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { AppError, type saveTemplateDraftSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { TemplateDraft } from '../models/index.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { findTemplate } from '../templates/index.ts'
import { gone, newer } from './findDraft.ts'

type Input = z.infer<typeof saveTemplateDraftSchema>
type Saved = { revision: number; savedAt: Date }

/** Far below what the column holds, so that a draft can be saved as often as anybody likes. */
const highestFirst = 1_000_000_000

/**
 * Keeps what is typed, in place of the revision it was typed upon. Saying the same again is done already, as when an answer was lost.
 * @throws AppError CONFLICT where another page has saved, published or discarded meanwhile: nothing is overwritten
 */
export async function saveTemplateDraft(ctx: Ctx, { templateId, revision, ...text }: Input): Promise<Saved> {
  const { userId: savedBy } = signedIn(ctx.actor)
  return withTransaction(ctx, async (tx) => {
    const { template } = await findTemplate(tx, { id: templateId }, { lock: true })
    authorize(tx.actor, 'template:update', template)
    const draft = await TemplateDraft.with(tx).findOne({ templateId })
    if (draft && isSame(draft, text)) return { revision: draft.revision, savedAt: draft.updatedAt }
    if (revision !== (draft?.revision ?? 0)) throw draft ? newer() : gone()
    if (text.basedOn > template.latestNumber) throw new AppError('VALIDATION', 'A draft begins from a version that is there.')
    if (!draft) return insert(tx, { ...text, templateId, savedBy })
    return update(tx, draft, { ...text, savedBy })
  })
}

async function update(tx: Ctx, { id, revision }: TemplateDraft, text: Partial<TemplateDraft>): Promise<Saved> {
  const next = TemplateDraft.fromJson({ ...text, revision: revision + 1 }, { patch: true })
  await TemplateDraft.with(tx).findById(id).patch(next)
  return { revision: next.revision, savedAt: next.updatedAt }
}

/** From a number at random: a page that knew an earlier draft of the template must not take this one for it. */
async function insert(tx: Ctx, draft: Omit<Input, 'revision'> & { savedBy: string }): Promise<Saved> {
  const revision = randomInt(1, highestFirst)
  const { updatedAt } = await TemplateDraft.with(tx).insert({ ...draft, revision })
  return { revision, savedAt: updatedAt }
}

function isSame({ content, variables, settings, basedOn }: TemplateDraft, text: Omit<Input, 'templateId' | 'revision'>): boolean {
  return isDeepStrictEqual({ content, variables, settings, basedOn }, { ...text })
}
