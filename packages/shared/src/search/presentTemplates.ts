import type { Marked, TemplateHit } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import type { Term } from '../database/words/index.ts'
import { Template, TemplateFavourite } from '../models/index.ts'
import { peopleById, presentTemplate, shownFields } from '../templates/index.ts'
import { mark } from './excerpt.ts'

/** Templates in the order of their ids, with the places of the terms. What was deleted is left out unless it is asked for. */
export async function presentTemplates(
  ctx: Ctx,
  ids: readonly string[],
  terms: readonly Term[],
  { deleted = false } = {},
): Promise<TemplateHit[]> {
  const templates = await Template.with(ctx)
    .context({ withDeleted: deleted })
    .findByIds([...ids])
    .select(...shownFields)
  const people = await peopleById(
    ctx,
    templates.map(({ ownerId }) => ownerId),
  )
  const favourites = await favouritesAmong(ctx, ids)
  const hits = new Map(
    templates.map((template) => {
      const { id, ownerId, title, description, tags } = template
      const shown = presentTemplate(template, people.get(ownerId) ?? null, ctx.actor)
      const isFavourite = favourites.has(id)
      const marked = { title: mark(title, terms), description: mark(description, terms), tags: markTags(tags, terms) }
      return [id, { template: shown, isFavourite, ...marked }]
    }),
  )
  return ids.flatMap((id) => hits.get(id) ?? [])
}

/** A list may have room for the first alone: they are those that were looked for. */
function markTags(tags: readonly string[], terms: readonly Term[]): Marked[] {
  const marked = tags.map((tag) => mark(tag, terms))
  return [...marked.filter(({ ranges }) => ranges.length > 0), ...marked.filter(({ ranges }) => ranges.length === 0)]
}

/** Which of these the actor keeps among their favourites. */
async function favouritesAmong(ctx: Ctx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ctx.actor.kind !== 'user' || ids.length === 0) return new Set()
  const { userId } = ctx.actor
  const mine = await TemplateFavourite.with(ctx).whereIn('templateId', ids).where({ userId }).select('templateId')
  return new Set(mine.map(({ templateId }) => templateId))
}
