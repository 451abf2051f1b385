import type { Knex } from 'knex'
import type { Ctx } from '../context.ts'
import { columnName } from '../database/columnName.ts'
import { filterBits } from '../database/words/index.ts'
import type { Steps } from './choosePlan.ts'
import { afterPage, columnOf, page, testWords, toHit, type Hit, type Search } from './findHits.ts'
import type { Order } from './sources.ts'

/** Among templates; with `closed` also among those that are not public and that the actor may see. */
export type Walk = Search & { order: Order; closed: boolean }

/**
 * Tests the templates that may be found in an order that they are kept in, until a page is full or all are tested. The public ones
 * are tested part by part; null as soon as `goesOn` says of the rows that seem to be left that they are too many.
 */
export async function walkTemplates(ctx: Ctx, search: Walk, { first, goesOn }: Steps): Promise<Hit[] | null> {
  const hits: Hit[] = []
  let from = search
  let tested = 0
  for (let part = first; hits.length < search.limit; part *= 2) {
    hits.push(...(await testPart(ctx, { ...from, limit: search.limit - hits.length }, part)))
    if (hits.length === search.limit) break
    const last = await lastOf(ctx, from, part)
    if (!last) break
    tested += part
    // What was found may be more than comes by rights: what is left is reckoned with fewer.
    const found = Math.max(1, hits.length - Math.sqrt(hits.length))
    const left = ((search.limit - hits.length) / found) * tested
    if (!goesOn(left)) return null
    from = { ...search, after: { order: search.order, weights: [], ...last } }
    if (search.terms.length > 0 || search.filters.length === 0) continue
    hits.push(...(await testRest(ctx, { ...from, limit: search.limit - hits.length })))
    break
  }
  if (!search.closed) return hits
  const all = [...hits, ...(await testClosed(ctx, search))]
  return all.toSorted((one, other) => other.value - one.value || (one.id < other.id ? 1 : -1)).slice(0, search.limit)
}

/** Public templates in the order of the search. */
const walkLibrary = (ctx: Ctx, search: Walk) => walkPublic(ctx, search).whereNull('templates.deletedAt')

/** The same with deleted ones, for what leaves them out by itself: told of that twice, SQLite reads all visibilities and sorts. */
function walkPublic(ctx: Ctx, search: Walk): Knex.QueryBuilder {
  const column = columnOf(search.source, search.order)
  return walk(ctx, search)
    .where('templates.visibility', 'public')
    .orderBy([
      { column, order: 'desc' },
      { column: 'templates.id', order: 'desc' },
    ])
}

function walk(ctx: Ctx, search: Walk): Knex.QueryBuilder {
  const column = columnOf(search.source, search.order)
  const query = ctx.db('templates').select('templates.id', 'templates.filterBits', { value: column })
  afterPage(ctx, query, search, [column, 'templates.id'])
  return query
}

const testPart = (ctx: Ctx, search: Walk, rows: number) => test(ctx, search, walkLibrary(ctx, search).limit(rows))

/**
 * All that is left, as filters alone are soon seen in the index: a row is read only where it has their bits. Parts would take
 * three times as long.
 */
async function testRest(ctx: Ctx, search: Walk): Promise<Hit[]> {
  const { source, filters, order, limit } = search
  const { table, key, owners } = source
  const index = `templates_visible_${columnName(columnOf(source, order).replace(`${owners}.`, ''))}`
  const query = walkPublic(ctx, search)
    // Another index would have its rows sorted, all of them.
    .hintComment(`JOIN_ORDER(${owners}, ${table}) INDEX(${owners} ${index})`)
    .crossJoin(table, `${table}.${key}`, `${owners}.id`)
    .limit(limit)
  withBits(query, owners, filters)
  source.visible(query, ctx.actor)
  testWords(query, source, filters)
  const rows = await query
  return rows.map((row: Parameters<typeof toHit>[0]) => toHit(row, order))
}

/** Of a query only rows that have the bits of filters: nearly all others are left out before anything more is read of them. */
function withBits(query: Knex.QueryBuilder, table: string, filters: Walk['filters']): void {
  const bits = filterBits(filters)
  if (filters.length > 0) void query.whereRaw('?? & ? = ?', [`${table}.filterBits`, bits, bits])
}

/** The last row of a part; null where the library ends before. */
async function lastOf(ctx: Ctx, search: Walk, rows: number): Promise<Hit | null> {
  const [last] = await walkLibrary(ctx, search)
    .offset(rows - 1)
    .limit(1)
  return last ? toHit(last, search.order) : null
}

/** All others that the actor may see, which are few. */
async function testClosed(ctx: Ctx, search: Walk): Promise<Hit[]> {
  const { actor, db } = ctx
  if (actor.kind !== 'user') return []
  const closed = () => walk(ctx, search).whereNull('templates.deletedAt').whereNot('templates.visibility', 'public')
  // Each is read from an index of its own: asked for in one condition, none would be.
  const mine = closed().where('templates.ownerId', actor.userId)
  const memberships = db('organization_members').select('organizationId').where({ userId: actor.userId })
  const all = mine.union(closed().whereIn('templates.organizationId', memberships))
  return test(ctx, search, actor.role === 'admin' ? all.union(closed().whereNull('templates.ownerId')) : all)
}

async function test(ctx: Ctx, search: Walk, candidates: Knex.QueryBuilder): Promise<Hit[]> {
  const { source, filters } = search
  const terms = [...search.terms, ...filters]
  const found = ctx.db.from(candidates.as('candidates'))
  withBits(found, 'candidates', filters)
  if (terms.length > 0) {
    // The words leave few rows to judge. MySQL does not know how few, and would judge all.
    void found.hintComment(`JOIN_ORDER(candidates, ${source.table}, ${source.owners})`)
    void found.crossJoin(source.table, `${source.table}.${source.key}`, 'candidates.id')
  }
  void found.join(source.owners, `${source.owners}.id`, 'candidates.id')
  source.visible(found, ctx.actor)
  testWords(found, source, terms)
  return page(ctx, found, search, 'candidates')
}
