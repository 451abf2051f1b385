import { limits, tagsSchema, type listTemplatesSchema, type TemplateSort, type TemplateSummary } from '@prologue/contracts'
import type { z } from 'zod'
import type { Ctx } from '../context.ts'
import { readInstant } from '../database/index.ts'
import type { Template } from '../models/index.ts'
import { cutPage, instantPlace, numberPlace, onlyAfter, readCursor } from '../pages.ts'
import { signedIn } from '../policies/index.ts'
import { presentTemplate, type ShownTemplate } from './presentTemplate.ts'

/** Each has its index after who sees it, in which the id makes the order whole. */
const sortKeys = {
  'best-rated': 'ratingScore',
  'most-used': 'usageCount',
  trending: 'trendingScore',
  newest: 'createdAt',
} as const satisfies Record<TemplateSort, keyof Template>

const columns = [
  'id',
  'ownerId',
  'slug',
  'title',
  'description',
  'category',
  'tags',
  'family',
  'visibility',
  'latestNumber',
  'ratingCount',
  'ratingSum',
  'ratingScore',
  'usageCount',
  'trendingScore',
  'createdAt',
  'updatedAt',
] as const satisfies (keyof Template)[]

type Instant = Date | number
type Row = Omit<ShownTemplate, 'tags' | 'createdAt' | 'updatedAt'> &
  Pick<Template, 'ratingScore' | 'trendingScore'> & { tags: unknown; createdAt: Instant; updatedAt: Instant; ownerName: string }

/** A page of the public library, or of the actor's own templates of any visibility. */
export async function listTemplates(ctx: Ctx, input: z.infer<typeof listTemplatesSchema>) {
  const key = sortKeys[input.sort]
  const query = ctx
    .db('templates')
    .leftJoin('users as owner', 'owner.id', 'templates.ownerId')
    .whereNull('templates.deletedAt')
    .whereNull('owner.deletedAt')
    .orderBy([
      { column: `templates.${key}`, order: 'desc' },
      { column: 'templates.id', order: 'desc' },
    ])
    .limit(limits.page + 1)
    .select<Row[]>(...columns.map((column) => `templates.${column}`), 'owner.name as ownerName')
  if (input.scope === 'public') void query.where('templates.visibility', 'public')
  else void query.where('templates.ownerId', signedIn(ctx.actor).userId)
  if (input.category !== undefined) void query.where('templates.category', input.category)
  const place = key === 'createdAt' ? readCursor(input.cursor, instantPlace) : readCursor(input.cursor, numberPlace)
  onlyAfter(ctx, query, [`templates.${key}`, 'templates.id'], place)
  const page = cutPage(await query, limits.page, (last) => [Number(last[key]), last.id])
  return { ...page, items: page.items.map((row) => present(ctx, row)) }
}

function present({ actor }: Ctx, row: Row): TemplateSummary {
  const { ownerId, ownerName } = row
  const template = {
    ...row,
    tags: tagsSchema.parse(typeof row.tags === 'string' ? JSON.parse(row.tags) : row.tags),
    createdAt: readInstant(row.createdAt),
    updatedAt: readInstant(row.updatedAt),
  }
  return presentTemplate(template, ownerId === null ? null : { id: ownerId, name: ownerName }, actor)
}
