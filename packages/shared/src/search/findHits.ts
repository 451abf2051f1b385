import type { Knex } from 'knex'
import type { Ctx } from '../context.ts'
import { readInstant } from '../database/index.ts'
import type { FilterTerm, Term } from '../database/words/index.ts'
import { onlyAfter } from '../pages.ts'
import type { Place } from './places.ts'
import { placeOf, rankOf, type RankedTerm } from './rank.ts'
import type { Order, Source } from './sources.ts'

/** A row that was found, with its value in the order of the search. */
export type Hit = { id: string; value: number }

export type Search = {
  source: Source
  order: 'relevance' | Order
  /** Words that are looked for; all must be there. */
  terms: readonly RankedTerm[]
  /** What must be there as well and says nothing of how well a row answers. */
  filters: readonly FilterTerm[]
  after: Place | null
  limit: number
}

/** What the index is asked for, and what the rows that it finds are tested for. */
type Match = { terms: readonly Term[]; tests: readonly Term[] }

type Row = { id: string; value: number | string | Date }

/** Asks the index for rows with all of `terms`, tests them for those of `tests`, and sorts what is left. */
export function matchWords(ctx: Ctx, search: Search, match: Match): Promise<Hit[]> {
  return page(ctx, ctx.db.from(matching(ctx, search, match).as('hits')), search, 'hits')
}

/** The same without sorting: of very many rows those that the index has at hand. */
export async function matchSome(ctx: Ctx, search: Search, match: Match): Promise<Hit[]> {
  const rows: Row[] = await matching(ctx, search, match).limit(search.limit)
  return rows.map((row) => toHit(row, search.order))
}

function matching(ctx: Ctx, search: Search, { terms, tests }: Match): Knex.QueryBuilder {
  const { source } = search
  const { table, key, owners } = source
  const matches = ctx.db(table).select(`${owners}.id`, { value: valueOf(ctx, search) })
  ctx.database.dialect.search.matching(matches, table, terms)
  void matches.join(owners, `${owners}.id`, `${table}.${key}`)
  testWords(matches, source, tests)
  source.visible(matches, ctx.actor)
  return matches
}

/** Tests every row that the source lets the actor see. */
export async function testAll(ctx: Ctx, search: Search): Promise<Hit[]> {
  const { source } = search
  const { table, key, owners } = source
  const terms = [...search.terms, ...search.filters]
  const rows = ctx.db(owners).select(`${owners}.id`, { value: valueOf(ctx, search) })
  if (terms.length > 0) void rows.join(table, `${table}.${key}`, `${owners}.id`)
  testWords(rows, source, terms)
  source.visible(rows, ctx.actor)
  return page(ctx, ctx.db.from(rows.as('hits')), search, 'hits')
}

const valueOf = (ctx: Ctx, { source, order, terms }: Search) =>
  order === 'relevance' ? rankOf(ctx, source, terms) : columnOf(source, order)

/** Leaves in a query over words the rows that have all terms. */
export function testWords(query: Knex.QueryBuilder, { table }: Source, terms: readonly Term[]): void {
  for (const term of terms) void query.whereRaw('instr(??, ?) > 0', [`${table}.tokens`, placeOf(term)])
}

export function columnOf({ orders }: Source, order: Order): string {
  const column = orders[order]
  if (column === undefined) throw new Error(`Nothing of this kind is sorted by ${order}`)
  return column
}

/** A page of a query whose rows have an id and a value, those of the highest value first. */
export async function page(ctx: Ctx, query: Knex.QueryBuilder, search: Search, table: string): Promise<Hit[]> {
  const { limit, order } = search
  afterPage(ctx, query, search, [`${table}.value`, `${table}.id`])
  const rows: Row[] = await query
    .select(`${table}.id`, `${table}.value`)
    .orderBy([
      { column: `${table}.value`, order: 'desc' },
      { column: `${table}.id`, order: 'desc' },
    ])
    .limit(limit)
  return rows.map((row) => toHit(row, order))
}

/** Instants are numbers too: milliseconds. */
export function toHit({ id, value }: Row, order: Search['order']): Hit {
  return { id, value: order === 'newest' ? readInstant(value).getTime() : Number(value) }
}

/** Of a query in the order of a search only what comes after the page before. */
export function afterPage(ctx: Ctx, query: Knex.QueryBuilder, { after }: Search, columns: readonly [string, string]): void {
  if (after) onlyAfter(ctx, query, columns, [after.order === 'newest' ? new Date(after.value) : after.value, after.id])
}
