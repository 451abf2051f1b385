import type { Knex } from 'knex'
import type { Ctx } from '../../context.ts'
import { readInstant } from '../../database/index.ts'

/** What is asked of a report: days in UTC, both inclusive, a cursor of its own writing, and how many rows at most. */
export type PageRequest = { from?: string | undefined; to?: string | undefined; cursor?: string | undefined; limit: number }

/** A column of a row, as either database hands it out: MySQL answers sums and decimals as text. */
export type Cell = string | number | Date | null
export type Row = Record<string, Cell>

/** Of a row a column that is there and not null. @throws Error where the view has it not, or nothing in it */
function cellOf(row: Row, column: string): string | number | Date {
  const cell = nullableOf(row, column)
  if (cell === null) throw new Error(`There is nothing in the column ${column}`)
  return cell
}

/** The same, or null where nothing is in it. */
function nullableOf(row: Row, column: string): Cell {
  const cell = row[column]
  if (cell === undefined) throw new Error(`There is no column ${column}`)
  return cell
}

export const numberOf = (row: Row, column: string): number => Number(cellOf(row, column))
export const textOf = (row: Row, column: string): string => String(cellOf(row, column))
export const instantOf = (row: Row, column: string): Date => readInstant(cellOf(row, column))

/** Reads a column in which nothing may be. */
export function orNull<Value>(read: (row: Row, column: string) => Value, row: Row, column: string): Value | null {
  return nullableOf(row, column) === null ? null : read(row, column)
}

/** Where a report is read. */
export type Source = Pick<Ctx, 'db' | 'database'>

/** Of a query sorted by a falling day and two names only what comes after a place. */
export function onlyAfterOfDay(
  query: Knex.QueryBuilder,
  [day, one, other]: readonly [string, string, string],
  place: readonly [string, string, string] | null,
): void {
  if (!place) return
  // The day alone is what both databases find in an index; what is left out of it then is of one day.
  void query.where(day, '<=', place[0]).where((after) => {
    void after.where(day, '<', place[0])
    void after.orWhere(one, '<', place[1])
    void after.orWhere((same) => same.where(one, place[1]).where(other, '<', place[2]))
  })
}

/** Of a view that counts for each row, the rows with these ids in their order. */
export async function rowsById(db: Knex, view: string, ids: readonly string[]): Promise<Row[]> {
  if (ids.length === 0) return []
  const rows: Row[] = await db(view).whereIn('id', ids)
  const byId = new Map(rows.map((row) => [row['id'], row]))
  return ids.map((id) => byId.get(id)).filter((row) => row !== undefined)
}
