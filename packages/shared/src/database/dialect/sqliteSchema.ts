import type { Knex } from 'knex'
import type { Dialect } from './dialect.ts'
import { byName, type ColumnKind, type SchemaTable } from './schema.ts'

type Master = { type: string; name: string; tblName: string; sql: string }
type Column = { name: string; type: string; notnull: number; pk: number; hidden: number }
type ForeignKey = { id: number; seq: number; table: string; from: string; to: string; onDelete: string }
type Index = { name: string; unique: number; origin: string }

/** What a full-text index keeps for itself. */
const shadow = /_search_index(_\w+)?$/

export const describe: Dialect['describe'] = async (knex) => {
  const master: Master[] = await knex.raw(
    "select type, name, tbl_name, sql from sqlite_master where name not like 'sqlite_%' and name <> 'migrations'",
  )
  const named = (type: string) => byName(master.filter((entry) => entry.type === type && !shadow.test(entry.name)))
  const tables: SchemaTable[] = []
  for (const { name, sql } of named('table')) tables.push(await describeTable(knex, name, sql))
  const views: { name: string; columns: string[] }[] = []
  for (const { name } of named('view')) views.push({ name, columns: (await columnsOf(knex, name)).map((column) => column.name) })
  const triggers = named('trigger').map(({ name, tblName, sql }) => ({ name, table: tblName, statement: sql }))
  return { tables, triggers, views }
}

async function columnsOf(knex: Knex, table: string): Promise<Column[]> {
  return knex.raw(`pragma table_xinfo(${table})`)
}

async function describeTable(knex: Knex, name: string, sql: string): Promise<SchemaTable> {
  const columns = await columnsOf(knex, name)
  const keys: ForeignKey[] = await knex.raw(`pragma foreign_key_list(${name})`)
  const indexes: Index[] = await knex.raw(`pragma index_list(${name})`)
  const described: SchemaTable = {
    name,
    columns: columns.map((column) => ({
      name: column.name,
      type: column.type.toLowerCase(),
      holds: kindOf(column.type.toLowerCase()),
      nullable: column.notnull === 0 && column.pk === 0,
      generated: column.hidden > 1,
    })),
    primaryKey: columns
      .filter(({ pk }) => pk > 0)
      .toSorted((one, other) => one.pk - other.pk)
      .map((column) => column.name),
    foreignKeys: [],
    indexes: [],
    checks: byName([...sql.matchAll(/constraint (\w+) check \((.+?)\)(?=, constraint |\)$)/gs)].map(toCheck)),
  }
  for (const parts of Map.groupBy(keys, ({ id }) => id).values()) {
    const ordered = parts.toSorted((one, other) => one.seq - other.seq)
    described.foreignKeys.push({
      columns: ordered.map(({ from }) => from),
      table: ordered[0]?.table ?? '',
      references: ordered.map(({ to }) => to),
      onDelete: ordered[0]?.onDelete ?? '',
    })
  }
  described.foreignKeys.sort((one, other) => (one.columns.join() < other.columns.join() ? -1 : 1))
  for (const { name: index, unique, origin } of byName(indexes)) {
    if (origin === 'pk') continue
    const parts: { name: string }[] = await knex.raw(`pragma index_info(${index})`)
    described.indexes.push({ name: index, columns: parts.map((part) => part.name), kind: unique ? 'unique' : 'index' })
  }
  return described
}

function kindOf(type: string): ColumnKind {
  if (type.startsWith('instant') || type.startsWith('datetime')) return 'instant'
  if (type.startsWith('json')) return 'json'
  if (type === 'blob') return 'bytes'
  return /int|boolean/.test(type) ? 'number' : 'text'
}

const toCheck = ([, name = '', clause = '']: RegExpExecArray) => ({ name, clause })
