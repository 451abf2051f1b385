import type { TemplateHit } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import type { Term } from '../database/words/index.ts'
import { Template } from '../models/index.ts'
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
  const hits = new Map(
    templates.map((template) => {
      const { id, ownerId, title, description } = template
      const shown = presentTemplate(template, people.get(ownerId) ?? null, ctx.actor)
      return [id, { template: shown, title: mark(title, terms), description: mark(description, terms) }]
    }),
  )
  return ids.flatMap((id) => hits.get(id) ?? [])
}
