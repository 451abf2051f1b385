import type { Term } from '../words/queryTerms.ts'
import type { Dialect } from './dialect.ts'

export const search: Dialect['search'] = {
  createTable: (knex, table, key, owners) => [
    // The index knows its rows by number; a number of one's own stays when the file is vacuumed.
    knex.raw(`create table ${table} (
      number integer primary key,
      ${key} char(36) not null unique references ${owners} (id) on delete cascade,
      tokens text not null
    )`),
    knex.raw(
      `create virtual table ${table}_index using fts5(tokens, content = '${table}', content_rowid = 'number', tokenize = "ascii tokenchars '_'")`,
    ),
    // Words of what is removed go from the index at once, not whenever its parts are next put together: a name that was erased is gone.
    knex.raw(`insert into ${table}_index (${table}_index, rank) values ('secure-delete', 1)`),
    knex.raw(`create trigger ${table}_added after insert on ${table} begin
      insert into ${table}_index (rowid, tokens) values (new.number, new.tokens);
    end`),
    knex.raw(`create trigger ${table}_removed after delete on ${table} begin
      insert into ${table}_index (${table}_index, rowid, tokens) values ('delete', old.number, old.tokens);
    end`),
    knex.raw(`create trigger ${table}_changed after update on ${table} begin
      insert into ${table}_index (${table}_index, rowid, tokens) values ('delete', old.number, old.tokens);
      insert into ${table}_index (rowid, tokens) values (new.number, new.tokens);
    end`),
  ],

  matching(query, table, terms) {
    void query
      .join(`${table}_index`, `${table}_index.rowid`, `${table}.number`)
      .whereRaw(`${table}_index match ?`, [wanted(terms)])
  },

  refill: (_knex, _table, work) => work(),

  costs: { posting: 0.15, row: 5, candidate: 5, entry: 0.5 },
}

/** Terms have only letters, digits and underscores: quoted, nothing in them is an operator. */
const wanted = (terms: readonly Term[]) => terms.map(({ text, prefix }) => `"${text}"${prefix ? '*' : ''}`).join(' AND ')
