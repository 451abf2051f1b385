import type { Ctx } from '../context.ts'
import type { Template } from '../models/index.ts'
import { visibleTemplates } from '../policies/index.ts'

type Fork = Pick<Template, 'forkedFromId'>
type Source = { id: string; slug: string; title: string }

/** The template one was forked from; null where there is none or no list shows it to the actor. */
export async function sourceOf(ctx: Ctx, { forkedFromId }: Fork): Promise<Source | null> {
  if (forkedFromId === null) return null
  const query = ctx.db('templates').where('templates.id', forkedFromId)
  visibleTemplates(query, ctx.actor)
  const source = await query.first<Source | undefined>('templates.id', 'templates.slug', 'templates.title')
  return source ?? null
}

/** The versions of a template: the first of a fork names the one it came from only to who may see that. */
export async function withShownParents<Shown extends { number: number; parentVersionId: string | null }>(
  ctx: Ctx,
  template: Fork,
  versions: readonly Shown[],
): Promise<Shown[]> {
  const fromElsewhere = template.forkedFromId !== null && versions.some(({ number }) => number === 1)
  if (!fromElsewhere || (await sourceOf(ctx, template)) !== null) return [...versions]
  return versions.map((version) => (version.number === 1 ? { ...version, parentVersionId: null } : version))
}
