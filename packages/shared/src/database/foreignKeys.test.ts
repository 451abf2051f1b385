import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { onEachDatabase } from '../testing/index.ts'
import { translateError, type Database, type Schema, type SchemaColumn, type SchemaTable } from './index.ts'

type Row = Record<string, unknown>

/** What no type tells of a column: one of a few words, or a number that must fit others. */
const fitting: Record<string, () => Row> = {
  users: () => ({ role: 'user' }),
  user_tokens: () => ({ purpose: 'verify-email' }),
  organization_members: () => ({ role: 'member' }),
  templates: () => ({ visibility: 'private', latest_number: 0 }),
  template_reports: () => ({ reason: 'spam', status: 'open', reported_number: 1 }),
  conversations: () => ({ status: 'active' }),
  conversation_shares: () => ({ role: 'viewer' }),
  conversation_participants: () => ({ role: 'editor' }),
  prompts: () => ({ act: 'generate', status: 'completed' }),
  prompt_edits: () => ({ op: 'replace', state: 'open' }),
  providers: () => ({ kind: 'openai' }),
  alerts: () => ({ kind: 'mass-delete' }),
  draft_checkpoints: () => ({ kind: 'manual' }),
  notifications: () => ({ kind: 'invited' }),
  mail_outbox: () => ({ status: 'waiting' }),
  data_exports: () => ({ state: 'queued' }),
  draft_authors: () => ({ kind: 'user' }),
  runs: () => ({ status: 'pending' }),
  results: () => ({ status: 'passed' }),
}

function valueOf({ name, type }: SchemaColumn): unknown {
  if (type === 'char(36)') return randomUUID()
  if (type === 'char(10)') return '2026-11-22'
  const [, length] = /^(?:var)?char\((\d+)\)/.exec(type) ?? []
  if (length !== undefined) return randomBytes(32).toString('hex').slice(0, Number(length))
  if (type.startsWith('datetime')) return new Date()
  if (type.includes('blob')) return Buffer.from('bytes')
  if (type.includes('int')) return name === 'number' ? randomInt(1_000_000, 1_000_000_000) : 1
  return '{}'
}

function makeRows({ knex }: Database, { tables }: Schema) {
  /** A row whose keys lead to new ones, itself not written yet; what may be null is. */
  async function build({ name: table, columns, foreignKeys }: SchemaTable): Promise<Row> {
    const needed = columns.filter(({ nullable, generated }) => !nullable && !generated)
    const row: Row = Object.fromEntries(needed.map((column) => [column.name, valueOf(column)]))
    if (table === 'template_versions') row['number'] = 1
    // Those of several columns last: one of them may be a key of its own.
    for (const key of foreignKeys.toSorted((one, other) => one.columns.length - other.columns.length)) {
      if (!key.columns.every((column) => column in row)) continue
      const found = await insert(key.table)
      for (const [index, column] of key.columns.entries()) row[column] = found[key.references[index] ?? '']
    }
    return { ...row, ...fitting[table]?.() }
  }

  async function insert(name: string): Promise<Row> {
    const table = tables.find((each) => each.name === name)
    if (!table) throw new Error(`There is no table ${name}`)
    const row = await build(table)
    await knex(name).insert(row)
    return row
  }
  return build
}

onEachDatabase('a key', (world) => {
  it('lets no row in that leads nowhere, whatever the table', async () => {
    const { database } = world()
    const { knex, dialect } = database
    const schema = await dialect.describe(knex)
    const build = makeRows(database, schema)
    const keys = schema.tables.flatMap((table) => table.foreignKeys.map((key) => ({ table, key })))
    expect(keys.length).toBeGreaterThan(50)
    for (const { table, key } of keys) {
      const what = `${table.name} (${key.columns.join(', ')})`
      const whole = await build(table)
      // The rest of a key of several columns is right.
      const [column = ''] = key.columns.slice(-1)
      const nowhere = table.columns.find(({ name, type }) => name === column && type.includes('int')) ? 99 : randomUUID()
      const error = await knex(table.name)
        .insert({ ...whole, [column]: nowhere })
        .then(() => null)
        .catch((thrown: unknown) => translateError(dialect, thrown))
      expect(error, what).toMatchObject({
        code: 'VALIDATION',
        cause: { message: expect.stringMatching(/foreign key constraint fail/i) },
      })
      // It was the key alone.
      await knex(table.name).insert(whole)
    }
  }, 60_000)
})
