import { createHash } from 'node:crypto'
import type { Knex } from 'knex'
import type { Dialect } from './dialect/index.ts'
import type { Migration } from './migrations/migration.ts'

/** SHA-256, in hex, of what a migration would run. Nothing is run for it. */
export function checksum(migration: Migration, knex: Knex, dialect: Dialect): string {
  const statements = migration.up(knex, dialect).flatMap((step) => [step.toSQL()].flat())
  const hash = createHash('sha256')
  for (const { sql, bindings } of statements) hash.update(JSON.stringify([sql, bindings ?? []]))
  return hash.digest('hex')
}
