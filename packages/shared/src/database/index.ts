export { readInstant, type Dialect } from './dialect/index.ts'
export { isTransient, translateError } from './errors.ts'
export { isMigrated, migrate } from './migrate.ts'
export { openDatabase, type Database } from './openDatabase.ts'
