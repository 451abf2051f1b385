import { z } from 'zod'

/**
 * A backup is a file of lines in UTF-8, compressed as one Zstandard frame. The first line is the head; then comes each table, as
 * a line that names it and one for each of its rows, an array of values in the order of its columns; the last line is the foot.
 * A file without its foot was cut off.
 */
export const backupFormat = 'prologue-backup'

const columnSchema = z.object({
  name: z.string().regex(/^[a-z_]+$/),
  holds: z.enum(['text', 'number', 'instant', 'json', 'bytes']),
})

const tableSchema = z.object({ name: z.string().regex(/^[a-z_]+$/), columns: z.array(columnSchema).min(1) })

export type BackupTable = z.infer<typeof tableSchema>

export const headSchema = z.object({
  format: z.literal(backupFormat),
  /** Of this format; what adds to it in a way that older programs would read wrongly has the next. */
  version: z.literal(1),
  madeAt: z.iso.datetime(),
  engine: z.enum(['sqlite', 'mysql']),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  /** When the oldest row of the audit was written, so that its months can be made; null where there is none. */
  auditFrom: z.iso.datetime().nullable(),
  tables: z.array(tableSchema),
})

export type BackupHead = z.infer<typeof headSchema>

/** Instants are milliseconds since 1970, bytes are base64, JSON is its text, numbers beyond 2^53 are digits. */
export const rowSchema = z.array(z.union([z.string(), z.number(), z.null()]))

export const tableLineSchema = z.object({ table: z.string() })

/** How many rows a table has, and a digest over all of them, whatever their order. */
const countedSchema = z.object({ rows: z.int(), digest: z.string() })

export type Counted = z.infer<typeof countedSchema>

export const footSchema = z.object({
  tables: z.record(z.string(), countedSchema),
  /** SHA-256 in hex over all lines before this one. */
  digest: z.string(),
})

export type BackupFoot = z.infer<typeof footSchema>

/** How far it is: told while it goes on, with how much of how much is done. */
export type Report = (step: string, done: number, of: number) => void
