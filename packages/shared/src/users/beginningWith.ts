import type { Knex } from 'knex'

/** The ids of the accounts whose name or address begins so, as a table `found`. Each of the two is read from its index. */
export function beginningWith(db: Knex, search: string): Knex.QueryBuilder {
  const pattern = `${search.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`
  const by = (column: string) => db('users').select('id').whereLike(column, pattern)
  return by('name').union(by('emailCanonical')).as('found')
}
