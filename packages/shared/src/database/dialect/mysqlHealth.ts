import type { Knex } from 'knex'
import type { Dialect } from './dialect.ts'

/** Days the server must have been up, so that an index that nobody read is one that nobody needs. */
const daysUp = 7

/** A statement is told where it was run so often and took so long on average. */
const often = 10
const slowMs = 200

export const health: Dialect['health'] = {
  async sizes(knex, tables) {
    const rows = await answered<{ name: string; rows: number | null; bytes: number | string | null }>(
      knex,
      `select table_name as name, table_rows as \`rows\`, data_length + index_length as bytes from information_schema.tables
        where table_schema = database() and table_type = 'BASE TABLE'`,
    )
    return rows
      .filter(({ name }) => tables.includes(name))
      .map(({ name, rows: estimated, bytes }) => ({ name, rows: estimated ?? 0, bytes: Number(bytes ?? 0) }))
  },

  async statistics(knex) {
    const [server] = await answered<{ kept: number }>(knex, 'select @@performance_schema as kept')
    if (Number(server?.kept) !== 1) return 'off'
    return unlessDenied<'kept' | 'denied'>('denied', async () => {
      await answered(knex, 'select 1 from performance_schema.events_statements_summary_by_digest limit 1')
      return 'kept'
    })
  },

  async unusedIndexes(knex) {
    return unlessDenied([], async () => {
      const [up] = await answered<{ seconds: string }>(
        knex,
        "select variable_value as seconds from performance_schema.global_status where variable_name = 'Uptime'",
      )
      if (Number(up?.seconds ?? 0) < daysUp * 86_400) return []
      const rows = await answered<{ name: string }>(
        knex,
        `select concat(u.object_name, '.', u.index_name) as name
          from performance_schema.table_io_waits_summary_by_index_usage u
          join information_schema.tables t on t.table_schema = u.object_schema and t.table_name = u.object_name
          where u.object_schema = database() and u.index_name is not null and u.index_name <> 'PRIMARY' and u.count_star = 0
            and t.table_rows > 10000 order by 1`,
      )
      return rows.map(({ name }) => name)
    })
  },

  async slowStatements(knex) {
    return unlessDenied([], async () => {
      const rows = await answered<{ statement: string; times: number | string; ms: number | string }>(
        knex,
        `select left(digest_text, 300) as statement, count_star as times, round(avg_timer_wait / 1e9) as ms
          from performance_schema.events_statements_summary_by_digest
          where schema_name = database() and count_star >= ? and avg_timer_wait / 1e9 >= ? and digest_text like 'SELECT%'
          order by sum_timer_wait desc limit 5`,
        [often, slowMs],
      )
      return rows.map(({ statement, times, ms }) => ({ statement, times: Number(times), ms: Number(ms) }))
    })
  },
}

async function answered<T>(knex: Knex, sql: string, bindings: readonly Knex.RawBinding[] = []): Promise<T[]> {
  const [rows]: T[][] = await knex.raw(sql, [...bindings])
  return rows ?? []
}

/** What is read, or `otherwise` where the account may not read what the server keeps of itself. */
async function unlessDenied<T>(otherwise: T, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (['ER_TABLEACCESS_DENIED_ERROR', 'ER_DBACCESS_DENIED_ERROR', 'ER_NO_SUCH_TABLE'].includes(code)) return otherwise
    throw error
  }
}
