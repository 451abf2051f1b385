import type { Person } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import {
  TemplateDraft,
  TemplateFavourite,
  TemplateLabel,
  TemplateOffer,
  TemplateRating,
  TemplateVersion,
  type Template,
} from '../models/index.ts'
import { may, shownVersions } from '../policies/index.ts'
import { findTemplate, type TemplateKey } from './findTemplate.ts'
import { peopleById } from './people.ts'
import { presentTemplate } from './presentTemplate.ts'
import { showVersion } from './showVersion.ts'
import { sourceOf } from './sourceOf.ts'

/** One template with its newest version, null before there is one, its labels, and what it is to the actor. */
export async function getTemplate(ctx: Ctx, key: TemplateKey) {
  const { template, owner } = await findTemplate(ctx, key)
  const { id, latestNumber } = template
  return {
    ...presentTemplate(template, owner, ctx.actor),
    version: latestNumber === 0 ? null : await showVersion(ctx, template, latestNumber),
    labels: await labelsOf(ctx, id),
    forkedFrom: await sourceOf(ctx, template),
    isFavourite: await isFavourite(ctx, id),
    hasDraft: await hasDraft(ctx, template),
    offeredTo: await offeredTo(ctx, template),
    myRating: await ratingOf(ctx, id),
  }
}

/** Those of versions that the actor is shown. */
async function labelsOf(ctx: Ctx, templateId: string) {
  const labels = await TemplateLabel.with(ctx).where({ templateId }).orderBy('name').select('name', 'number')
  const numbers = labels.map(({ number }) => number)
  const shown = await TemplateVersion.with(ctx)
    .where({ templateId })
    .whereIn('number', numbers)
    .whereRaw(...shownVersions(ctx.actor))
    .select('number')
  return labels.flatMap(({ name, number }) => (shown.some((version) => version.number === number) ? [{ name, number }] : []))
}

async function isFavourite(ctx: Ctx, templateId: string): Promise<boolean> {
  if (ctx.actor.kind !== 'user') return false
  const mine = TemplateFavourite.with(ctx).findOne({ templateId, userId: ctx.actor.userId }).select('id')
  return (await mine) !== undefined
}

async function hasDraft(ctx: Ctx, template: Template): Promise<boolean> {
  if (!may(ctx.actor, 'template:update', template)) return false
  return (await TemplateDraft.with(ctx).findOne({ templateId: template.id }).select('id')) !== undefined
}

/** Told to who offers it and to whom it is offered. */
async function offeredTo(ctx: Ctx, { id: templateId, ownerId }: Template): Promise<Person | null> {
  if (ctx.actor.kind !== 'user') return null
  const { userId } = ctx.actor
  const offer = TemplateOffer.with(ctx).findOne({ templateId }).select('offeredTo')
  const found = await (userId === ownerId ? offer : offer.where({ offeredTo: userId }))
  return found ? ((await peopleById(ctx, [found.offeredTo])).get(found.offeredTo) ?? null) : null
}

async function ratingOf(ctx: Ctx, templateId: string) {
  if (ctx.actor.kind !== 'user') return null
  const mine = await TemplateRating.with(ctx).findOne({ templateId, userId: ctx.actor.userId })
  return mine ? { rating: mine.rating, review: mine.review } : null
}
