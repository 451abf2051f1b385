import type { Knex } from 'knex'
import { literally } from '../database/index.ts'

/** After everything that an address can begin with. */
const last = '\u{10ffff}'

/** The ids of the accounts whose name or address begins so, as a table `found`. Each of the two is read from its index. */
export function beginningWith(db: Knex, search: string): Knex.QueryBuilder {
  const address = search.toLowerCase()
  return db('users')
    .select('id')
    .whereRaw("name like ? escape '!'", [`${literally(search)}%`])
    .union(
      db('users')
        .select('id')
        .whereBetween('emailCanonical', [address, address + last]),
    )
    .as('found')
}
