import type { BulkValue, Dialect } from '../database/index.ts'
import type { BackupFoot, BackupTable, Report } from './format.ts'
import { readBackup } from './readBackup.ts'

type Insert = Parameters<Parameters<Dialect['bulk']['load']>[1]>[0]

/** Of one statement: rows, and about as many characters, so that neither many nor long ones fill the memory. */
const most = { rows: 500, characters: 1_000_000 }

/** Writes all rows of a backup. */
export async function loadRows(path: string, foot: BackupFoot, insert: Insert, report: Report): Promise<void> {
  const all = Object.values(foot.tables).reduce((sum, { rows }) => sum + rows, 0)
  let table: BackupTable | undefined
  let rows: BulkValue[][] = []
  let characters = 0
  let done = 0
  const flush = async () => {
    if (!table || rows.length === 0) return
    await insert(
      table.name,
      table.columns.map(({ name }) => name),
      rows,
    )
    done += rows.length
    report('rows', done, all)
    rows = []
    characters = 0
  }
  for await (const part of readBackup(path)) {
    if (part.kind !== 'row') continue
    if (part.table !== table) await flush()
    table = part.table
    rows.push(part.row.map((value, index) => stored(value, part.table.columns[index]?.holds)))
    for (const value of part.row) characters += typeof value === 'string' ? value.length : 8
    if (rows.length >= most.rows || characters >= most.characters) await flush()
  }
  await flush()
}

function stored(value: string | number | null, holds: BackupTable['columns'][number]['holds'] | undefined): BulkValue {
  if (holds === 'instant' && value !== null) return new Date(value)
  return holds === 'bytes' && typeof value === 'string' ? Buffer.from(value, 'base64') : value
}
