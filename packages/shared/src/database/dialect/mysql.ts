import { limits } from '@prologue/contracts'
import type { Connection } from 'mysql2'
import type { Dialect } from './dialect.ts'
import { bulk } from './mysqlBulk.ts'
import { explain } from './mysqlPlan.ts'
import { direct } from './mysqlDirect.ts'
import { gates } from './mysqlGates.ts'
import { grants } from './mysqlGrants.ts'
import { appendToLog } from './mysqlLog.ts'
import { monthly } from './mysqlMonthly.ts'
import { describe } from './mysqlSchema.ts'
import { search } from './mysqlSearch.ts'
import { compact } from './mysqlCompact.ts'
import { snapshot } from './mysqlSnapshot.ts'
import { health } from './mysqlHealth.ts'
import { sql, trigger } from './mysqlSql.ts'

/** Seconds another process may take to migrate before this one gives up. */
const migrationWait = 120

const oldest = { major: 8, minor: 4 }

const unavailable = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_SEQUENCE_TIMEOUT',
  'ER_ACCESS_DENIED_ERROR',
  'ER_BAD_DB_ERROR',
  'ER_CON_COUNT_ERROR',
  'ER_SERVER_SHUTDOWN',
  'ER_QUERY_INTERRUPTED',
  'ER_OPTION_PREVENTS_STATEMENT',
  'ER_LOCK_WAIT_TIMEOUT',
  'ER_LOCK_DEADLOCK',
]
const invalid = [
  'ER_CHECK_CONSTRAINT_VIOLATED',
  'ER_NO_REFERENCED_ROW_2',
  'ER_ROW_IS_REFERENCED_2',
  'ER_BAD_NULL_ERROR',
  'WARN_DATA_TRUNCATED',
  'ER_DATA_TOO_LONG',
  'ER_TRUNCATED_WRONG_VALUE_FOR_FIELD',
  'ER_INVALID_JSON_TEXT',
  'ER_WRONG_VALUE',
  'ER_TRUNCATED_WRONG_VALUE',
  'ER_WARN_DATA_OUT_OF_RANGE',
  'ER_SIGNAL_EXCEPTION',
]

/** With the binary log on, MySQL lets ordinary accounts make triggers only where it is told that it may. */
function explainTriggers(error: unknown): never {
  const refused = error instanceof Error && 'code' in error && error.code === 'ER_BINLOG_CREATE_ROUTINE_NEED_SUPER'
  if (!refused) throw error
  throw new Error(
    'The database account may not make triggers while the binary log is on. Set log_bin_trust_function_creators=1 on the server, or migrate with an account that has the SUPER privilege.',
    { cause: error },
  )
}

export const mysql: Dialect = {
  name: 'mysql',

  connection(url) {
    return {
      client: 'mysql2',
      connection: { uri: url, charset: 'utf8mb4', timezone: 'Z', supportBigNumbers: true },
      acquireConnectionTimeout: 10_000,
      pool: {
        min: 0,
        max: 10,
        afterCreate(connection: Connection, done: (error: Error | null, connection: Connection) => void) {
          connection.query(
            "set time_zone = '+00:00', transaction_isolation = 'READ-COMMITTED', sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO'",
            (error) => done(error, connection),
          )
        },
      },
    }
  },

  async checkServer(knex) {
    const [rows]: { version: string; comment: string }[][] = await knex.raw(
      'select version() as version, @@version_comment as comment',
    )
    const { version = 'unknown', comment = '' } = rows?.[0] ?? {}
    const [major = 0, minor = 0] = version.split('.').map(Number)
    const tooOld = major < oldest.major || (major === oldest.major && minor < oldest.minor)
    if (/mariadb/i.test(version + comment) || tooOld) {
      throw new Error(`The database server is ${version} (${comment}); MySQL ${oldest.major}.${oldest.minor} or later is needed.`)
    }
  },

  describe,

  columns: {
    uuid: (table, name) => table.specificType(name, 'char(36) character set ascii collate ascii_bin'),
    digest: (table, name) => table.specificType(name, 'char(64) character set ascii collate ascii_bin'),
    exact: (table, name) => table.specificType(name, 'varchar(255) character set utf8mb4 collate utf8mb4_bin'),
    name: (table, name) => table.string(name, limits.name),
    slug: (table, name) => table.specificType(name, `varchar(${limits.slug}) character set ascii collate ascii_bin`),
    day: (table, name) => table.specificType(name, 'char(10) character set ascii collate ascii_bin'),
    instant: (table, name) => table.specificType(name, 'datetime(3)'),
    longText: (table, name) => table.specificType(name, 'mediumtext'),
    bytes: (table, name) => table.specificType(name, 'longblob'),
    json: (table, name) => table.specificType(name, 'json'),
    sequence(table, name, monthBy) {
      table.specificType(name, 'bigint unsigned not null auto_increment')
      // A partitioned table wants its month in every key.
      table.primary([name, monthBy])
    },
  },

  compact,
  sql,
  trigger,
  search,
  monthly,
  gates,
  direct,
  grants,
  bulk,
  health,
  snapshot,
  explain,

  // A named lock belongs to its connection: the server lets it go when the process dies.
  async migrating(knex, work) {
    await knex.transaction(async (trx) => {
      const name = "left(concat('migrate-', database()), 64)"
      const [rows]: { held: number | null }[][] = await trx.raw(`select get_lock(${name}, ?) as held`, [migrationWait])
      if (rows?.[0]?.held !== 1) throw new Error('Another process is migrating this database and does not come to an end.')
      try {
        await trx.raw(
          'create table if not exists migrations (name varchar(100) not null primary key, checksum char(64) not null, applied_at datetime(3))',
        )
        await work(trx).catch(explainTriggers)
      } finally {
        await trx.raw(`select release_lock(${name})`)
      }
    })
  },

  appendToLog,

  errorCode(error) {
    if (error.code === 'ER_DUP_ENTRY') return 'CONFLICT'
    if (error.code === 'ER_RECORD_FILE_FULL' || error.code === 'ER_DISK_FULL') return 'STORAGE_FULL'
    if (unavailable.includes(error.code)) return 'DB_UNAVAILABLE'
    return invalid.includes(error.code) ? 'VALIDATION' : null
  },

  isTransient(error) {
    return error.code === 'ER_LOCK_DEADLOCK' || error.code === 'ER_LOCK_WAIT_TIMEOUT'
  },
}
