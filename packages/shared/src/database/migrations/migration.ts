import type { Knex } from 'knex'
import type { Dialect, SchemaStep } from '../dialect/index.ts'

/** One thing to do, not done before it is awaited. Statements are told apart by what they say, not by running them. */
export type Step = SchemaStep | Knex.QueryBuilder

/** A change of the schema, in steps that depend on nothing but the dialect. */
export type Migration = {
  name: string
  /** What it makes: none of them may be there before. */
  tables: readonly string[]
  /** The names of triggers and views that it makes. Any hand could drop one, and nothing else would tell. */
  guards?(dialect: Dialect): string[]
  up(knex: Knex, dialect: Dialect): Step[]
  /** Takes back `up`, half-run as well: MySQL commits each statement at once. */
  down(knex: Knex, dialect: Dialect): Step[]
  /** Data that belongs to the program: `up` runs again when the program brings other data, and adds what is missing. */
  repeatable?: true
}
