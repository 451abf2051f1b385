import type { Knex } from 'knex'
import type { Dialect } from '../dialect/index.ts'

/** A step of the schema. `down` takes back a half-run `up` as well: MySQL commits each statement at once. */
export type Migration = {
  name: string
  /** What it makes: none of them may be there before. */
  tables: readonly string[]
  up(knex: Knex, dialect: Dialect): Promise<void>
  down(knex: Knex): Promise<void>
}

/** The columns every table has. */
export function standardColumns(table: Knex.CreateTableBuilder, { columns }: Dialect): void {
  columns.uuid(table, 'id').notNullable().primary()
  columns.instant(table, 'created_at').notNullable()
  columns.instant(table, 'updated_at').notNullable()
}
