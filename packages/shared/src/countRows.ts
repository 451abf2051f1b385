import type { Knex } from 'knex'

/** More are not counted. */
const most = 10_000

/** How many rows a query finds: ten thousand stands for more, too, so that no export waits for a count of millions. */
export async function countRows(db: Knex, query: Knex.QueryBuilder): Promise<number> {
  const [counted] = await db
    .from(query.limit(most).select(db.raw('1 as one')).as('found'))
    .count<{ rows: number | string }[]>({ rows: '*' })
  return Number(counted?.rows ?? 0)
}
