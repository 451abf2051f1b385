import type { Ctx } from '../context.ts'
import { keptSums, type KeptSum } from './keptSums.ts'

/**
 * A sum that is not what it should be. `counted` is the truth, or what it is at least: the counts of a day, and when
 * something was last, stay when rows are purged. Instants are in milliseconds.
 */
export type Drift = { table: string; id: string; column: string; kept: number; counted: number }

/** Of each table, the rows that differ which are told. */
const most = 100

type Found = { id: string } & Record<string, string | number>

/**
 * Compares the sums that triggers keep with the rows they are of, and answers those that differ, of at most a hundred rows a
 * table. Reads what is counted as a whole: for a quiet hour.
 */
export async function checkDrift(ctx: Pick<Ctx, 'db' | 'database'>): Promise<Drift[]> {
  const drifts: Drift[] = []
  for (const sum of keptSums(ctx.database.dialect)) {
    const found = ctx.db.raw(`(${comparison(sum)}) as found`)
    const rows: Found[] = await ctx.db.from(found).orderBy('id').limit(most)
    drifts.push(...rows.flatMap((row) => driftsOf(sum, row)))
  }
  return drifts
}

const keptOf = (column: string) => `coalesce(kept.${column}, 0)`
const countedOf = (column: string) => `coalesce(truth.${column}, 0)`

function comparison({ columns, kept, truth, atLeast }: KeptSum): string {
  const values = columns.map((column, index) => `${keptOf(column)} as kept${index}, ${countedOf(column)} as counted${index}`)
  const differs = columns.map((column) => `${keptOf(column)} ${atLeast ? '<' : '<>'} ${countedOf(column)}`)
  // Where a count may be more than what is there, only what is there can miss its count; elsewhere every kept row is looked at.
  const join = atLeast ? `(${truth}) truth left join (${kept}) kept` : `(${kept}) kept left join (${truth}) truth`
  const id = atLeast ? 'truth.id' : 'kept.id'
  return `select ${id} as id, ${values.join(', ')} from ${join} on truth.id = kept.id where ${differs.join(' or ')}`
}

function driftsOf({ table, columns, atLeast }: KeptSum, row: Found): Drift[] {
  return columns.flatMap((column, index) => {
    const [kept, counted] = [Number(row[`kept${index}`]), Number(row[`counted${index}`])]
    const differs = atLeast ? kept < counted : kept !== counted
    return differs ? [{ table, id: row.id, column, kept, counted }] : []
  })
}
