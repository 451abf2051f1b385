import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { engines, onEachEngine } from '../testing/index.ts'
import { renderDiagram } from '../testing/renderDiagram.ts'
import { renderSchema } from '../testing/renderSchema.ts'
import { checksum } from './checksum.ts'
import type { Schema, SchemaTable } from './dialect/index.ts'
import { migrate, rollback } from './migrate.ts'
import { parts } from './migrations/001_initial_schema.ts'
import { migrations } from './migrations/index.ts'
import { openDatabase } from './openDatabase.ts'

const docs = join(import.meta.dirname, '../../../../docs/database')

onEachEngine('the schema', (url) => {
  // `vitest run --update` writes the snapshots anew; a migration that was released must not change.
  it('is what the snapshot tells, also after down and up again', { timeout: 60_000 }, async () => {
    const database = await openDatabase(url())
    const { knex, dialect } = database
    await migrate(database)
    const schema = await dialect.describe(knex)
    const sums = migrations.map((migration) => `${migration.name} ${checksum(migration, knex, dialect)}`)
    await expect(`${sums.join('\n')}\n\n${renderSchema(schema)}`).toMatchFileSnapshot(`snapshots/${dialect.name}.txt`)
    await rollback(database, migrations.length)
    expect(await dialect.describe(knex)).toEqual({ tables: [], triggers: [], views: [] })
    await migrate(database)
    expect(await dialect.describe(knex)).toEqual(schema)
    await database.close()
  })

  it('is told in the docs: each key and index with its reason', { timeout: 60_000 }, async () => {
    const database = await openDatabase(url())
    const { tables } = await database.dialect.describe(database.knex)
    await database.close()
    const text = readFileSync(join(docs, 'CONSTRAINTS_AND_INDEXES.md'), 'utf8')
    // How words are indexed is each database's own.
    for (const table of tables.filter(({ name }) => !name.endsWith('_search'))) {
      const [, section = ''] = new RegExp(`^### ${table.name}\\n(.*?)(?=^##|(?![^]))`, 'ms').exec(text) ?? []
      expect(namesIn(section), table.name).toEqual(namesOf(table))
    }
  })
})

// Drawn with the types of MySQL; the snapshots hold those of both.
const mysql = engines.find(({ name }) => name === 'MySQL')

it.runIf(mysql?.available)('the schema is drawn in the docs', { timeout: 60_000 }, async () => {
  const place = await mysql?.create()
  const database = await openDatabase(place?.url ?? '')
  await migrate(database)
  const schema = await database.dialect.describe(database.knex)
  await database.close()
  await place?.drop()
  await expect(diagrams(schema)).toMatchFileSnapshot(join(docs, 'ER_DIAGRAM.md'))
})

function diagrams(schema: Schema): string {
  const sections = parts.map(({ title, tables }) => `## ${title}\n\n\`\`\`mermaid\n${renderDiagram(schema, tables)}\n\`\`\`\n`)
  return [
    '# The tables and how they hang together\n',
    'Drawn from the schema of a migrated MySQL database by `schema.test.ts`; `vitest run --update` draws it anew. A line leads from a row to those that name it in the column beside it; what it leads to in other parts is drawn there.\n',
    ...sections,
  ].join('\n')
}

/** The keys and checks of a table as its section names them: the first cell of each row, in backticks. */
function namesIn(section: string): string[] {
  return [...section.matchAll(/^\| `([^`]+)`/gm)].map(([, name = '']) => name).toSorted()
}

function namesOf({ indexes, foreignKeys, checks }: SchemaTable): string[] {
  const keys = foreignKeys.map(({ columns, table }) => `${columns.join(', ')} → ${table}`)
  return [...indexes.map(({ name }) => name), ...keys, ...checks.map(({ name }) => name)].toSorted()
}
