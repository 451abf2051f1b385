import type { Knex } from 'knex'
import type { PageRequest } from './page.ts'

const day = 86_400_000

/** Of a query over days as text only those asked for. */
export function onlyDays(query: Knex.QueryBuilder, column: string, { from, to }: PageRequest): void {
  if (from !== undefined) void query.where(column, '>=', from)
  if (to !== undefined) void query.where(column, '<=', to)
}

/** Of a query over instants only those of the days asked for. */
export function onlyInstants(query: Knex.QueryBuilder, column: string, { from, to }: PageRequest): void {
  if (from !== undefined) void query.where(column, '>=', new Date(from))
  if (to !== undefined) void query.where(column, '<', new Date(new Date(to).getTime() + day))
}
