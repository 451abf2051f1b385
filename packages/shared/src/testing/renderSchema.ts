import type { Schema, SchemaTable } from '../database/index.ts'

/** The schema as text in which a change shows as a changed line. */
export function renderSchema({ tables, triggers, views }: Schema): string {
  const blocks = tables.map((table) => {
    const own = triggers.filter((trigger) => trigger.table === table.name)
    return [...renderTable(table), ...own.map(({ name, statement }) => `  trigger ${name}: ${oneLine(statement)}`)].join('\n')
  })
  return [...blocks, ...views.map(({ name, columns }) => `view ${name} (${columns.join(', ')})`), ''].join('\n\n')
}

function renderTable({ name, columns, primaryKey, foreignKeys, indexes, checks }: SchemaTable): string[] {
  return [
    name,
    ...columns.map((column) => {
      const nullable = column.nullable ? '' : ' not null'
      return `  ${column.name} ${column.type}${nullable}${column.generated ? ' generated' : ''}`
    }),
    `  primary key (${primaryKey.join(', ')})`,
    ...indexes.map((index) => `  ${index.kind} ${index.name} (${index.columns.join(', ')})`),
    ...foreignKeys.map((key) => {
      const references = `${key.table} (${key.references.join(', ')})`
      return `  foreign key (${key.columns.join(', ')}) to ${references} on delete ${key.onDelete.toLowerCase()}`
    }),
    ...checks.map((check) => `  check ${check.name}: ${oneLine(check.clause)}`),
  ]
}

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ')
