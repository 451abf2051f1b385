import { templateCategories } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { Template, TemplateDraft } from '../models/index.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { insertTemplate } from './insertTemplate.ts'
import { withFreeSlug } from './withFreeSlug.ts'

const [category] = templateCategories
const untouched = { title: 'Untitled', description: '', category, tags: [], family: null }

/** Of so many of the newest it is looked whether one is untouched: nobody waits for a walk through all of theirs. */
const lookedAt = 50

/**
 * A template of the actor's that is written on and has no version yet: nobody else sees it. Where no title is said, one that was
 * begun before and never written on is gone on with, so that asking twice leaves no second one behind.
 */
export async function beginTemplate(ctx: Ctx, { title }: { title?: string | undefined }): Promise<{ id: string; slug: string }> {
  const { userId: ownerId } = signedIn(ctx.actor)
  authorize(ctx.actor, 'template:create')
  const begun = title === undefined ? await findUntouched(ctx, ownerId) : null
  if (begun) return begun
  const said = { ...untouched, title: title ?? untouched.title }
  const row = { ...said, ownerId, organizationId: null, visibility: 'private' } as const
  return withFreeSlug(ctx, (tx, attempt) => insertTemplate(tx, row, attempt))
}

async function findUntouched(ctx: Ctx, ownerId: string): Promise<{ id: string; slug: string } | null> {
  const newest = await Template.with(ctx).where({ ownerId }).orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(lookedAt)
  const unsaid = newest.filter(isUntouched)
  if (unsaid.length === 0) return null
  const ids = unsaid.map(({ id }) => id)
  const written = (await TemplateDraft.with(ctx).whereIn('templateId', ids)).filter((draft) => !isEmpty(draft))
  const begun = unsaid.find(({ id }) => !written.some(({ templateId }) => templateId === id))
  return begun ? { id: begun.id, slug: begun.slug } : null
}

function isUntouched({ title, description, category, tags, family, latestNumber }: Template): boolean {
  const isSaid = title !== untouched.title || description !== '' || category !== untouched.category || family !== null
  return latestNumber === 0 && !isSaid && tags.length === 0
}

function isEmpty({ content, variables, settings }: TemplateDraft): boolean {
  return content === '' && variables.length === 0 && Object.keys(settings).length === 0
}
