import { limits, type listTemplateReportsSchema, type TemplateReport as ReportShape } from '@prologue/contracts'
import type { z } from 'zod'
import type { Ctx } from '../context.ts'
import { Template, TemplateRating, TemplateReport } from '../models/index.ts'
import { cutPage, instantPlace, onlyAfter, onlyBefore, readCursor, type Page } from '../pages.ts'
import { authorize } from '../policies/index.ts'
import { presentReport, versionKey } from './presentReport.ts'
import { peopleById } from '../templates/index.ts'

/** Reports of one status: of the open ones those that wait longest come first, of the others the newest. @throws AppError FORBIDDEN */
export async function listReports(
  ctx: Ctx,
  { status, cursor }: z.infer<typeof listTemplateReportsSchema>,
): Promise<Page<ReportShape>> {
  authorize(ctx.actor, 'template-report:decide')
  const columns = ['createdAt', 'id'] as const
  const order: 'asc' | 'desc' = status === 'open' ? 'asc' : 'desc'
  const query = TemplateReport.with(ctx)
    .where({ status })
    .orderBy(columns.map((column) => ({ column, order })))
    .limit(limits.page + 1)
  const place = readCursor(cursor, instantPlace)
  if (place && status === 'open') onlyBefore(ctx, query, columns, place)
  else onlyAfter(ctx, query, columns, place)
  const page = cutPage(await query, limits.page, ({ createdAt, id }) => [createdAt, id])
  // What an import keeps beside a template may be large.
  const templates = await Template.with(ctx)
    .findByIds(page.items.map(({ templateId }) => templateId))
    .select('id', 'slug', 'title', 'visibility', 'ownerId', 'latestNumber')
  const ratings = await TemplateRating.with(ctx)
    .findByIds(page.items.flatMap(({ ratingId }) => ratingId ?? []))
    .select('id', 'userId', 'rating', 'review')
  const people = await peopleById(ctx, [
    ...templates.map(({ ownerId }) => ownerId),
    ...ratings.map(({ userId }) => userId),
    ...page.items.flatMap(({ reporterId, decidedBy }) => [reporterId, decidedBy]),
  ])
  const about = {
    templates: new Map(templates.map((template) => [template.id, template])),
    digests: await digestsOf(ctx, page.items, templates),
    ratings: new Map(ratings.map((rating) => [rating.id, rating])),
    people,
  }
  const items = page.items.flatMap((report) => presentReport(report, about) ?? [])
  return { ...page, items }
}

/** Of the versions that were reported, and of the newest, what their words are known by. */
async function digestsOf(
  ctx: Ctx,
  reports: readonly TemplateReport[],
  templates: readonly Pick<Template, 'id' | 'latestNumber'>[],
): Promise<Map<string, string>> {
  const reported = reports.flatMap(({ templateId, reportedNumber }) =>
    reportedNumber === null ? [] : [[templateId, reportedNumber]],
  )
  const newest = templates.map(({ id, latestNumber }) => [id, latestNumber])
  const versions = await ctx
    .db('template_versions')
    .whereIn(['templateId', 'number'], [...reported, ...newest])
    .select<Digest[]>('templateId', 'number', 'wordsDigest')
  return new Map(versions.map(({ templateId, number, wordsDigest }) => [versionKey(templateId, number), wordsDigest]))
}

type Digest = { templateId: string; number: number; wordsDigest: string }
