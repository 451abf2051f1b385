import { columnName } from '../database/index.ts'
import type { BulkValue, Insert } from '../database/dialect/dialect.ts'
import type { Row } from './rows.ts'

/** Rows in one statement, and characters: larger ones are no faster, and MySQL keeps all of one in memory. */
const mostRows = 2000
const mostText = 1_000_000

type Batch = { columns: string[]; rows: BulkValue[][]; text: number }

export type Batches = ReturnType<typeof makeBatches>

/** Gathers rows by table. While one batch is on its way to the database, the next ones are made. */
export function makeBatches(insert: Insert) {
  const batches = new Map<string, Batch>()
  const full = new Set<string>()
  let underWay: Promise<void> = Promise.resolve()

  async function send(table: string): Promise<void> {
    const batch = batches.get(table)
    batches.delete(table)
    await underWay
    if (!batch) return
    underWay = insert(table, batch.columns, batch.rows)
    // Whoever sends the next one hears of it.
    underWay.catch(() => {})
  }

  function put(table: string, row: Row): void {
    const batch = batches.getOrInsertComputed(table, () => ({ columns: Object.keys(row).map(columnName), rows: [], text: 0 }))
    const values = Object.values(row)
    batch.rows.push(values)
    for (const value of values) batch.text += typeof value === 'string' ? value.length : 8
    if (batch.rows.length >= mostRows || batch.text >= mostText) full.add(table)
  }

  /** Sends what is full. */
  async function drain(): Promise<void> {
    if (full.size === 0) return
    for (const table of full) await send(table)
    full.clear()
  }

  /** Sends all and waits for it. */
  async function finish(): Promise<void> {
    for (const table of batches.keys()) await send(table)
    await underWay
  }

  return { put, drain, finish }
}
