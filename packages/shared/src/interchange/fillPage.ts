import { limits } from '@prologue/contracts'
import type { PortableTemplate } from '@prologue/prompt-kit/formats'
import type { Ctx } from '../context.ts'
import { TemplateLabel, TemplateVersion, type Template } from '../models/index.ts'
import { may, shownVersions } from '../policies/index.ts'
import { peopleById } from '../templates/index.ts'
import { choosePart, type Size } from './choosePart.ts'
import { withMetadata } from './metadata.ts'

/** `olderLeft`: how many versions are left out, as all together would be too large for one answer. */
export type Exported = { id: string; template: PortableTemplate; olderLeft: number }

/**
 * The first of these templates, as many as fit on a page, at least one: with all versions the actor is shown, labels and a summary of the ratings. What a template keeps
 * of the file it came from goes with it for whoever may change it.
 */
export async function fillPage(ctx: Ctx, templates: readonly Template[]): Promise<Exported[]> {
  if (templates.length === 0) return []
  const { rows, olderLeft } = choosePart(templates, await sizesOf(ctx, templates), limits.exportBytes)
  const ids = rows.map(({ id }) => id)
  const labels = await TemplateLabel.with(ctx).whereIn('templateId', ids).orderBy('name')
  const versions = await TemplateVersion.with(ctx)
    .whereIn('templateId', ids)
    .where('number', '>', olderLeft)
    .whereRaw(...shownVersions(ctx.actor))
    .orderBy('number')
  const people = await peopleById(
    ctx,
    versions.map(({ authorId }) => authorId),
  )
  return rows.map((row) => {
    const { id, title, description, category, tags, family, ratingCount, ratingSum, metadata } = row
    const own = versions.filter(({ templateId }) => templateId === id)
    const numbers = new Map(own.map((version) => [version.id, version.number]))
    const template: PortableTemplate = {
      title,
      description,
      category,
      tags,
      family,
      versions: own.map(({ number, content, variables, settings, message, parentVersionId, authorId, createdAt }) => ({
        number,
        content,
        variables,
        settings: Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)),
        message,
        // One of another template, or one that is left out, has no number here.
        parent: numbers.get(parentVersionId ?? '') ?? null,
        author: people.get(authorId)?.name ?? null,
        createdAt: createdAt.toISOString(),
      })),
      labels: labels.flatMap(({ templateId, name, number }) =>
        templateId === id && own.some((version) => version.number === number) ? [{ name, number }] : [],
      ),
      ratings: ratingCount === 0 ? null : { count: ratingCount, average: ratingSum / ratingCount },
      extras: {},
    }
    const keeps = ctx.actor.kind === 'system' || may(ctx.actor, 'template:update', row)
    return { id, template: keeps ? withMetadata(template, metadata) : template, olderLeft }
  })
}

/** How long the texts of the versions are, of each template the newest first. */
async function sizesOf({ db, actor }: Ctx, templates: readonly Template[]): Promise<Size[]> {
  return db('template_versions')
    .whereIn(
      'templateId',
      templates.map(({ id }) => id),
    )
    .whereRaw(...shownVersions(actor))
    .orderBy('number', 'desc')
    .select<Size[]>('templateId', 'number', db.raw('length(content) as size'))
}
