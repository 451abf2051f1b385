/** A database's schema as it is, everything in the order of its names; columns in their own. */
export type Schema = { tables: SchemaTable[]; triggers: SchemaTrigger[]; views: { name: string; columns: string[] }[] }

export type SchemaTable = {
  name: string
  columns: SchemaColumn[]
  primaryKey: string[]
  foreignKeys: SchemaForeignKey[]
  indexes: SchemaIndex[]
  checks: { name: string; clause: string }[]
}

/** What the values of a column are, whichever database has them. */
export type ColumnKind = 'text' | 'number' | 'instant' | 'json' | 'bytes'

export type SchemaColumn = { name: string; type: string; holds: ColumnKind; nullable: boolean; generated: boolean }
export type SchemaForeignKey = { columns: string[]; table: string; references: string[]; onDelete: string }
export type SchemaIndex = { name: string; columns: string[]; kind: 'unique' | 'index' | 'full text' }
type SchemaTrigger = { name: string; table: string; statement: string }

/** Sorted by name, as the database compares. */
export function byName<T extends { name: string }>(things: readonly T[]): T[] {
  return things.toSorted((one, other) => (one.name < other.name ? -1 : 1))
}
