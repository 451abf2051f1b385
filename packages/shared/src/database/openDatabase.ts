import knexModule, { type Knex } from 'knex'
import { knexSnakeCaseMappers } from 'objection'
import { dialectOf, type Dialect } from './dialect/index.ts'

export type Database = { knex: Knex; dialect: Dialect; close(): Promise<void> }

/**
 * Connects to `mysql://…` or `sqlite:…` and checks that the server answers and is one we support.
 * @throws Error with a sentence that names the database when it cannot be had.
 */
export async function openDatabase(url: string): Promise<Database> {
  const dialect = dialectOf(url)
  let knex: Knex | undefined
  try {
    // Columns are snake_case in the database and camelCase here, in every query and every row.
    knex = knexModule({
      ...dialect.connection(url),
      ...knexSnakeCaseMappers(),
      log: silent,
      // A failed statement is told without its values: what people wrote does not belong in a log.
      compileSqlOnError: false,
    })
    await dialect.checkServer(knex)
  } catch (error) {
    await knex?.destroy()
    throw new Error(`The database ${withoutPassword(url)} cannot be used: ${reason(error)}`, { cause: error })
  }
  const pool = knex
  return { knex: pool, dialect, close: () => pool.destroy() }
}

/** knex prints warnings of its own to the console; what matters arrives as an error. */
const silent = { warn() {}, error() {}, deprecate() {}, debug() {} }

function withoutPassword(url: string): string {
  if (!url.startsWith('mysql:')) return url
  const { username, host, pathname } = new URL(url)
  return `mysql://${username}@${host}${pathname}`
}

function reason(error: unknown): string {
  if (error instanceof AggregateError) return reason(error.errors[0])
  return error instanceof Error ? error.message : String(error)
}
