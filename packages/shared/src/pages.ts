import { AppError, idSchema } from '@prologue/contracts'
import { z } from 'zod'
import type { Ctx } from './context.ts'
import type { Dialect } from './database/index.ts'

/** Of a list sorted by an instant and an id, or by a number and an id, where a page ends: what its last row has of both. */
export const numberPlace = z.tuple([z.int().min(0), idSchema])
/** Thirteen digits: the milliseconds of an instant until 2286. */
export const instant = z
  .int()
  .min(0)
  .max(9_999_999_999_999)
  .transform((milliseconds) => new Date(milliseconds))
export const instantPlace = z.tuple([instant, idSchema])

export type Page<Item> = { items: Item[]; nextCursor: string | null }

/** A cursor for where a page ends: the values of the columns the list is sorted by, at its last row; instants in milliseconds. */
export function writeCursor(place: Place): string {
  const values = place.map((value) => (value instanceof Date ? value.getTime() : value))
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

type Place = readonly (string | number | Date | readonly number[])[]

/**
 * Where a page ends, null before the first one; `schema` says what a place of this list is.
 * @throws AppError VALIDATION for anything this list did not write.
 */
export function readCursor<Read>(cursor: string | undefined, schema: z.ZodType<Read>): Read | null {
  if (cursor === undefined) return null
  const place = schema.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()))
  if (!place.success) throw noSuchPage()
  return place.data
}

export function noSuchPage(): AppError {
  return new AppError('VALIDATION', 'This page of the list does not exist. Load the list from its beginning.')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Splits one row more than a page holds into the page and where it goes on. */
export function cutPage<Item>(rows: readonly Item[], limit: number, placeOf: (last: Item) => Place): Page<Item> {
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  return { items, nextCursor: last === undefined ? null : writeCursor(placeOf(last)) }
}

type Conditions = { whereRaw(...condition: ReturnType<Dialect['sql']['fallsBelow']>): unknown }

/** Of a query sorted by two falling columns only what comes after a place, where there is one. */
export function onlyAfter(
  { database }: Pick<Ctx, 'database'>,
  query: Conditions,
  columns: readonly [string, string],
  place: readonly [number | Date, number | string] | null,
): void {
  if (place) query.whereRaw(...database.dialect.sql.fallsBelow(columns, place))
}

/** The same of a query sorted by two rising columns. */
export function onlyBefore(
  { database }: Pick<Ctx, 'database'>,
  query: Conditions,
  columns: readonly [string, string],
  place: readonly [number | Date, number | string],
): void {
  query.whereRaw(...database.dialect.sql.risesAbove(columns, place))
}
