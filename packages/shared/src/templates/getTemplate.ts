import type { Ctx } from '../context.ts'
import { TemplateLabel, TemplateRating } from '../models/index.ts'
import { findTemplate, type TemplateKey } from './findTemplate.ts'
import { findVersion } from './findVersion.ts'
import { peopleById } from './people.ts'
import { presentTemplate } from './presentTemplate.ts'
import { presentVersion } from './presentVersion.ts'

/** One template with its newest version, its labels, and what the actor thinks of it. */
export async function getTemplate(ctx: Ctx, key: TemplateKey) {
  const { template, owner } = await findTemplate(ctx, key)
  const version = await findVersion(ctx, template, template.latestNumber)
  const labels = await TemplateLabel.with(ctx).where({ templateId: template.id }).orderBy('name').select('name', 'number')
  return {
    ...presentTemplate(template, owner, ctx.actor),
    version: presentVersion(version, await peopleById(ctx, [version.authorId])),
    labels: labels.map(({ name, number }) => ({ name, number })),
    forkedFrom: null,
    isFavourite: false,
    hasDraft: false,
    offeredTo: null,
    myRating: await ratingOf(ctx, template.id),
  }
}

async function ratingOf(ctx: Ctx, templateId: string) {
  if (ctx.actor.kind !== 'user') return null
  const mine = await TemplateRating.with(ctx).findOne({ templateId, userId: ctx.actor.userId })
  return mine ? { rating: mine.rating, review: mine.review } : null
}
