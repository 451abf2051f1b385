import type { Knex } from 'knex'
import type { Dialect, SchemaStep } from '../../dialect/index.ts'

/** The tables of one part of the schema, in the order they can be made. */
export type Part = {
  title: string
  tables: readonly string[]
  define(knex: Knex, dialect: Dialect): SchemaStep[]
}

/** The columns every table has. */
export function standardColumns(table: Knex.CreateTableBuilder, { columns }: Dialect): void {
  columns.uuid(table, 'id').notNullable().primary()
  columns.instant(table, 'created_at').notNullable()
  columns.instant(table, 'updated_at').notNullable()
}

/**
 * CASCADE: what is nothing without the other goes with it. SET NULL: a note of where something came from. RESTRICT: the
 * other stays as long as anything speaks of it. No cascade reaches rows whose triggers keep a sum that stays behind: MySQL
 * fires none for them.
 */
type OnDelete = 'CASCADE' | 'SET NULL' | 'RESTRICT'

/** A column that holds the id of another row. */
export function reference(
  { columns }: Dialect,
  table: Knex.CreateTableBuilder,
  name: string,
  other: string,
  onDelete: OnDelete,
): Knex.ReferencingColumnBuilder {
  return columns.uuid(table, name).references('id').inTable(other).onDelete(onDelete)
}

/** What is counted is never below nothing: a trigger that counts twice is noticed. */
export function checkCounts(table: Knex.CreateTableBuilder, name: string, columns: readonly string[]): void {
  table.check(columns.map((column) => `${column} >= 0`).join(' and '), [], `${name}_counts`)
}

/**
 * For those who purge. Where the database can it holds deleted rows alone: an index in which nearly all rows are alike draws
 * every query for what is not deleted to itself on SQLite.
 */
export function indexDeleted(knex: Knex, table: Knex.CreateTableBuilder): void {
  table.index(['deleted_at'], undefined, { predicate: knex.whereNotNull('deleted_at') })
}
