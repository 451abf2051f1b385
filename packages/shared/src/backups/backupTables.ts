import type { Schema } from '../database/index.ts'
import type { BackupTable } from './format.ts'

/** What is worked out from other rows, and is again by a restore. */
const derived = ['template_search', 'conversation_search', 'prompt_search', 'search_words']

/** The tables of a backup with the columns that are written: the database works out generated ones by itself. */
export function backupTables({ tables }: Schema): BackupTable[] {
  return tables
    .filter(({ name }) => !derived.includes(name))
    .map(({ name, columns }) => ({
      name,
      columns: columns.filter(({ generated }) => !generated).map((column) => ({ name: column.name, holds: column.holds })),
    }))
}
