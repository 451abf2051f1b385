import type { SchemaTable } from '../../database/index.ts'
import type { Check } from '../check.ts'

/** Indexes that cost each write and give nothing: another begins with the same columns, or nobody reads them. */
export const checkIndexes: Check = async ({ database: { knex, dialect } }) => {
  const { tables } = await dialect.describe(knex)
  const redundant = tables.flatMap(redundantIn)
  const unused = await dialect.health.unusedIndexes(knex)
  return [
    ...(redundant.length === 0
      ? []
      : [
          {
            check: 'indexes',
            severity: 'advice' as const,
            says: 'There are indexes whose columns another one begins with.',
            remedy: 'Drop those that you have added by hand.',
            about: redundant,
          },
        ]),
    ...(unused.length === 0
      ? []
      : [
          {
            check: 'indexes',
            severity: 'advice' as const,
            says: 'There are indexes of large tables that nothing has read since the database server started.',
            remedy: 'Drop those that you have added by hand; those of Prologue serve pages that nobody has opened yet.',
            about: unused,
          },
        ]),
  ]
}

function redundantIn({ name, indexes, primaryKey }: SchemaTable): string[] {
  const plain = indexes.filter(({ kind }) => kind === 'index')
  return plain
    .filter((index) => {
      const begins = (columns: readonly string[]) => index.columns.every((column, place) => columns[place] === column)
      return (
        begins(primaryKey) ||
        indexes.some(
          (other) =>
            other !== index &&
            other.kind !== 'full text' &&
            begins(other.columns) &&
            (other.columns.length > index.columns.length || other.kind === 'unique' || other.name < index.name),
        )
      )
    })
    .map((index) => `${name}.${index.name}`)
}
