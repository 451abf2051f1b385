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
}
