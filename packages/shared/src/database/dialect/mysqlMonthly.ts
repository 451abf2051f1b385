import type { Dialect } from './dialect.ts'

export const monthly: Dialect['monthly'] = {
  partition: (knex, table, column) => [
    knex.raw(`alter table ${table} partition by range columns(${column}) (partition later values less than (maxvalue))`),
  ],
}
