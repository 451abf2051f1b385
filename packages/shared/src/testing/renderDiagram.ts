import type { Schema, SchemaColumn, SchemaTable } from '../database/index.ts'

/** Some tables, with what their keys lead to, as a Mermaid diagram. */
export function renderDiagram(schema: Schema, names: readonly string[]): string {
  const tables = schema.tables.filter(({ name }) => names.includes(name))
  const relations = tables.flatMap((table) =>
    table.foreignKeys.map((key) => {
      const columns = table.columns.filter(({ name }) => key.columns.includes(name))
      // From the one side to the many: a unique key makes it one, a column that may be null makes it optional.
      const many = isKey(table, key.columns) ? 'o|' : 'o{'
      const one = columns.some(({ nullable }) => nullable) ? '|o' : '||'
      return `  ${key.table} ${one}--${many} ${table.name} : "${key.columns.join(', ')}"`
    }),
  )
  const blocks = tables.map((table) => {
    const lines = table.columns.map((column) => `    ${typeOf(column)} ${column.name}${marks(table, column)}`)
    return [`  ${table.name} {`, ...lines, '  }'].join('\n')
  })
  return ['erDiagram', ...blocks, ...relations.toSorted()].join('\n')
}

function isKey({ primaryKey, indexes }: SchemaTable, columns: string[]): boolean {
  const keys = [primaryKey, ...indexes.filter(({ kind }) => kind === 'unique').map((index) => index.columns)]
  return keys.some((key) => key.join() === columns.join())
}

/** Mermaid takes letters, digits and some marks for a type: enough to tell what is stored. */
function typeOf({ type }: SchemaColumn): string {
  return type.startsWith('enum') ? 'enum' : type.replace(/ .*/, '').replaceAll(/[(),]/g, '_').replace(/_$/, '')
}

function marks({ primaryKey, foreignKeys, indexes }: SchemaTable, { name }: SchemaColumn): string {
  const found = [
    primaryKey.includes(name) && 'PK',
    foreignKeys.some(({ columns }) => columns.includes(name)) && 'FK',
    indexes.some(({ kind, columns }) => kind === 'unique' && columns.length === 1 && columns[0] === name) && 'UK',
  ].filter((mark) => mark !== false)
  return found.length > 0 ? ` ${found.join(', ')}` : ''
}
