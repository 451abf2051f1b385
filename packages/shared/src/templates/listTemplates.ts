import { limits, tagsSchema, type listTemplatesSchema, type TemplateSort, type TemplateSummary } from '@prologue/contracts'
import type { Knex } from 'knex'
import type { z } from 'zod'
import type { Ctx } from '../context.ts'
import { readInstant } from '../database/index.ts'
import type { Template } from '../models/index.ts'
import { signedIn } from '../policies/index.ts'
import { readPlace, writePlace, type Place } from './places.ts'
import { presentTemplate, type ShownTemplate } from './presentTemplate.ts'

/** Each has its index after who sees it, in which the id makes the order whole. */
const sortKeys = {
  'best-rated': 'ratingScore',
  'most-used': 'usageCount',
  trending: 'trendingScore',
  newest: 'createdAt',
} as const satisfies Record<TemplateSort, keyof Template>

type SortKey = (typeof sortKeys)[TemplateSort]

const columns = [
  'id',
  'ownerId',
  'slug',
  'title',
  'description',
  'category',
  'tags',
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
  if (input.cursor !== undefined) after(ctx, query, key, readPlace(input.cursor))
  const rows = await query
  const page = rows.slice(0, limits.page)
  const last = rows.length > limits.page ? page.at(-1) : undefined
  return {
    items: page.map((row) => present(ctx, row)),
    nextCursor: last ? writePlace({ value: Number(last[key]), id: last.id }) : null,
  }
}

function after({ database }: Ctx, query: Knex.QueryBuilder, key: SortKey, { value, id }: Place): void {
  const at = key === 'createdAt' ? new Date(value) : value
  void query.whereRaw(...database.dialect.sql.fallsBelow([`templates.${key}`, 'templates.id'], [at, id]))
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
