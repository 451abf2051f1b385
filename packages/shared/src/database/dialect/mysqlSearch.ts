import type { Term } from '../words/queryTerms.ts'
import type { Dialect } from './dialect.ts'

export const search: Dialect['search'] = {
  createTable: (knex, table, key, owners) => [
    knex.raw(`create table ${table} (
      ${key} char(36) character set ascii collate ascii_bin not null primary key,
      tokens mediumtext character set ascii collate ascii_bin not null,
      foreign key (${key}) references ${owners} (id) on delete cascade,
      fulltext (tokens)
    )`),
  ],

  matching: (query, table, terms) => void query.whereRaw(`match(${table}.tokens) against (? in boolean mode)`, [wanted(terms)]),

  // Adding to the index row by row takes many times as long as building it.
  async refill(knex, table, work) {
    if (await isIndexed(knex, table)) await knex.raw(`alter table ${table} drop index tokens`)
    await work()
    await knex.transaction(async (session) => {
      // By default a megabyte, of which the words of many rows make very many runs to merge.
      await session.raw('set session innodb_ddl_buffer_size = 268435456')
      await session.raw(`alter table ${table} add fulltext tokens (tokens)`)
      await session.raw('set session innodb_ddl_buffer_size = default')
    })
  },

  costs: { posting: 1.2, row: 12, candidate: 10, entry: 0.5 },
}

/** Terms have only letters, digits and underscores: nothing in them is an operator. */
const wanted = (terms: readonly Term[]) => terms.map(({ text, prefix }) => `+${text}${prefix ? '*' : ''}`).join(' ')

async function isIndexed(knex: Parameters<Dialect['search']['refill']>[0], table: string): Promise<boolean> {
  const [rows]: unknown[][] = await knex.raw(`show index from ${table} where Key_name = 'tokens'`)
  return rows !== undefined && rows.length > 0
}
