import type { Knex } from 'knex'
import type { Dialect } from './dialect.ts'
import { byName, type ColumnKind, type SchemaForeignKey, type SchemaIndex } from './schema.ts'

type Column = { table: string; name: string; type: string; nullable: string; extra: string }
type Statistic = { table: string; name: string; column: string; nonUnique: number; type: string }
type KeyPart = { table: string; constraint: string; column: string; other: string; references: string; onDelete: string }
type Check = { table: string; name: string; clause: string }
type Trigger = { name: string; table: string; timing: string; event: string; statement: string }

async function rows<T>(knex: Knex, sql: string): Promise<T[]> {
  const [found]: T[][] = await knex.raw(sql)
  return found ?? []
}

export const describe: Dialect['describe'] = async (knex) => {
  const columns = await rows<Column>(
    knex,
    `select table_name as \`table\`, column_name as name, column_type as type, is_nullable as nullable,
        extra as extra
      from information_schema.columns where table_schema = database() order by ordinal_position`,
  )
  const views = await rows<{ name: string }>(
    knex,
    'select table_name as name from information_schema.views where table_schema = database()',
  )
  const statistics = await rows<Statistic>(
    knex,
    `select table_name as \`table\`, index_name as name, column_name as \`column\`, non_unique as nonUnique, index_type as type
      from information_schema.statistics where table_schema = database() order by seq_in_index`,
  )
  const keys = await rows<KeyPart>(
    knex,
    `select k.table_name as \`table\`, k.constraint_name as \`constraint\`, k.column_name as \`column\`,
        k.referenced_table_name as other, k.referenced_column_name as \`references\`, r.delete_rule as onDelete
      from information_schema.key_column_usage k
      join information_schema.referential_constraints r
        on r.constraint_schema = k.table_schema and r.constraint_name = k.constraint_name and r.table_name = k.table_name
      where k.table_schema = database() order by k.ordinal_position`,
  )
  const checks = await rows<Check>(
    knex,
    `select t.table_name as \`table\`, c.constraint_name as name, c.check_clause as clause
      from information_schema.check_constraints c
      join information_schema.table_constraints t
        on t.constraint_schema = c.constraint_schema and t.constraint_name = c.constraint_name
      where c.constraint_schema = database()`,
  )
  const triggers = await rows<Trigger>(
    knex,
    `select trigger_name as name, event_object_table as \`table\`, action_timing as timing, event_manipulation as event,
        action_statement as statement
      from information_schema.triggers where trigger_schema = database()`,
  )
  const isView = (name: string) => views.some((view) => view.name === name)
  const named = [...Map.groupBy(columns, ({ table }) => table)].filter(([name]) => name !== 'migrations')
  return {
    tables: byName(
      named
        .filter(([name]) => !isView(name))
        .map(([name, own]) => ({
          name,
          columns: own.map((column) => ({
            name: column.name,
            type: column.type,
            holds: kindOf(column.type),
            nullable: column.nullable === 'YES',
            generated: column.extra.includes('STORED'),
          })),
          primaryKey: statistics.filter((each) => each.table === name && each.name === 'PRIMARY').map(({ column }) => column),
          foreignKeys: foreignKeysOf(keys.filter(({ table }) => table === name)),
          indexes: indexesOf(statistics.filter((each) => each.table === name && each.name !== 'PRIMARY')),
          checks: byName(
            checks.filter(({ table }) => table === name).map((check) => ({ name: check.name, clause: check.clause })),
          ),
        })),
    ),
    triggers: byName(
      triggers.map(({ name, table, timing, event, statement }) => ({
        name,
        table,
        statement: `${timing} ${event} ${statement}`,
      })),
    ),
    views: byName(
      named.filter(([name]) => isView(name)).map(([name, own]) => ({ name, columns: own.map((column) => column.name) })),
    ),
  }
}

function kindOf(type: string): ColumnKind {
  if (type.startsWith('datetime')) return 'instant'
  if (type === 'json') return 'json'
  if (/blob|binary/.test(type)) return 'bytes'
  return /^(tiny|small|medium|big)?int/.test(type) ? 'number' : 'text'
}

function foreignKeysOf(parts: KeyPart[]): SchemaForeignKey[] {
  return [...Map.groupBy(parts, ({ constraint }) => constraint).values()]
    .map((key) => ({
      columns: key.map(({ column }) => column),
      table: key[0]?.other ?? '',
      references: key.map((part) => part.references),
      onDelete: key[0]?.onDelete ?? '',
    }))
    .toSorted((one, other) => (one.columns.join() < other.columns.join() ? -1 : 1))
}

function indexesOf(parts: Statistic[]): SchemaIndex[] {
  return byName(
    [...Map.groupBy(parts, ({ name }) => name)].map(([name, own]): SchemaIndex => {
      const [first] = own
      const kind = first?.type === 'FULLTEXT' ? 'full text' : first?.nonUnique === 0 ? 'unique' : 'index'
      return { name, columns: own.map(({ column }) => column), kind }
    }),
  )
}
