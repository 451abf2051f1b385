export { columnName } from './columnName.ts'
export {
  poolState,
  readInstant,
  startOfMonth,
  type BulkValue,
  type ColumnKind,
  type Dialect,
  type PlainValue,
  type ReadRows,
  type Schema,
  type SchemaColumn,
  type SchemaTable,
} from './dialect/index.ts'
export { isTransient, translateError } from './errors.ts'
export { grantsFor } from './grantsFor.ts'
export { missingGuards, repairGuards } from './guards.ts'
export { insertRows } from './insertRows.ts'
export { literally } from './literally.ts'
export { isMigrated, listMigrations, migrate, rollback, seed } from './migrate.ts'
export { openDatabase, type Database } from './openDatabase.ts'
export { beginRestore, endRestore, undoRestore } from './restoring.ts'
export { withoutTriggers } from './withoutTriggers.ts'
