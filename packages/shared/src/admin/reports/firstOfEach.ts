import type { Knex } from 'knex'

/**
 * The first rows of all kinds together, where an index is sorted within each kind: the first of each kind, and of those the
 * first. `ofKind` answers a sorted, limited query for one.
 */
export async function firstOfEach<Row>(
  db: Knex,
  kinds: readonly string[],
  ofKind: (kind: string) => Knex.QueryBuilder,
  { columns, limit }: { columns: readonly string[]; limit: number },
): Promise<Row[]> {
  // A query with a limit is part of a union on SQLite only as a table of its own.
  const parts = kinds.map((kind) => db.select('*').from(ofKind(kind).as('ofKind')))
  const all = db.unionAll(parts).as('ofAll')
  return db
    .select('*')
    .from(all)
    .orderBy(columns.map((column) => ({ column, order: 'desc' })))
    .limit(limit)
}
