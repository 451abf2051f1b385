import type { Dialect } from './dialect.ts'
import { mysql } from './mysql.ts'
import { sqlite } from './sqlite.ts'

export { poolState } from './poolState.ts'
export { startOfMonth } from './months.ts'
export {
  readInstant,
  type BulkValue,
  type Dialect,
  type PlainValue,
  type ReadRows,
  type SchemaStep,
  type Trigger,
} from './dialect.ts'
export type { ColumnKind, Schema, SchemaColumn, SchemaTable } from './schema.ts'

/** The dialect of an address: `mysql://user:password@host:port/database` or `sqlite:/path/to/file`. */
export function dialectOf(url: string): Dialect {
  if (url.startsWith('mysql://')) return mysql
  if (url.startsWith('sqlite:')) return sqlite
  throw new Error('DATABASE_URL must begin with mysql:// or sqlite:')
}
