import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { limits } from '@prologue/contracts'
import type { Database } from 'better-sqlite3'
import type { DatabaseError, Dialect } from './dialect.ts'
import { bulk } from './sqliteBulk.ts'
import { explain } from './sqlitePlan.ts'
import { direct } from './sqliteDirect.ts'
import { gates } from './sqliteGates.ts'
import { appendToLog } from './sqliteLog.ts'
import { monthly } from './sqliteMonthly.ts'
import { describe } from './sqliteSchema.ts'
import { search } from './sqliteSearch.ts'
import { snapshot } from './sqliteSnapshot.ts'
import { health } from './sqliteHealth.ts'
import { sql, trigger } from './sqliteSql.ts'

const codes = [
  [/^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)$/, 'CONFLICT'],
  [/^SQLITE_CONSTRAINT/, 'VALIDATION'],
  [/^SQLITE_FULL$/, 'STORAGE_FULL'],
  [/^SQLITE_(BUSY|LOCKED|IOERR|CANTOPEN|READONLY|NOTADB|CORRUPT)/, 'DB_UNAVAILABLE'],
] as const

export const sqlite: Dialect = {
  name: 'sqlite',

  connection(url) {
    const filename = url.replace(/^sqlite:/, '')
    if (filename !== ':memory:') mkdirSync(dirname(filename), { recursive: true })
    return {
      client: 'better-sqlite3',
      connection: { filename },
      useNullAsDefault: true,
      // A write that forgot its transaction waits for the only connection: fail fast instead of hanging.
      acquireConnectionTimeout: 5_000,
      pool: {
        min: 1,
        max: 1,
        afterCreate(connection: Database, done: (error: Error | null, connection: Database) => void) {
          connection.pragma('journal_mode = WAL')
          connection.pragma('synchronous = FULL')
          connection.pragma('foreign_keys = ON')
          connection.pragma('busy_timeout = 5000')
          // SQLite's own folds ASCII only.
          connection.function('lower', { deterministic: true }, (text) => (typeof text === 'string' ? text.toLowerCase() : text))
          done(null, connection)
        },
      },
    }
  },

  async checkServer(knex) {
    await knex.raw('select 1')
  },

  describe,

  columns: {
    uuid: (table, name) => table.specificType(name, 'char(36)'),
    digest: (table, name) => table.specificType(name, 'char(64)'),
    exact: (table, name) => table.string(name, 255),
    // LIKE reads only such a column from its index.
    name: (table, name) => table.specificType(name, `varchar(${limits.name}) collate nocase`),
    slug: (table, name) => table.string(name, limits.slug),
    day: (table, name) => table.specificType(name, 'char(10)'),
    // SQLite keeps what a column is said to hold and stores by the words INT and TEXT in it.
    instant: (table, name) => table.specificType(name, 'instant integer'),
    longText: (table, name) => table.text(name),
    bytes: (table, name) => table.specificType(name, 'blob'),
    json: (table, name) => table.specificType(name, 'json text'),
    sequence: (table, name) => table.bigIncrements(name),
  },

  compact: (_knex, steps) => [...steps],
  sql,
  trigger,
  search,
  monthly,
  gates,
  direct,

  grants: () => Promise.reject(new Error('SQLite has no accounts: whoever may read the file may write it.')),
  bulk,
  health,
  snapshot,
  explain,

  // The write lock of the transaction keeps others out, and a process that dies leaves neither lock nor half a schema.
  async migrating(knex, work) {
    await knex.raw(
      'create table if not exists migrations (name varchar(100) not null primary key, checksum char(64) not null, applied_at integer)',
    )
    await knex.transaction(async (trx) => {
      // A statement that writes takes the lock before anything is read.
      await trx('migrations').whereRaw('1 = 0').delete()
      await work(trx)
    })
  },

  appendToLog,

  errorCode(error) {
    return codes.find(([pattern]) => pattern.test(error.code))?.[1] ?? null
  },

  isTransient(error: DatabaseError) {
    return /^SQLITE_(BUSY|LOCKED)/.test(error.code)
  },
}
