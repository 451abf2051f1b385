import { stringify } from 'csv-stringify/browser/esm/sync'

/** The cells of one row of CSV, null where its quotes are wrong. Each is cut out of the row: reading letter by letter takes twenty times as long. */
export function readCells(row: string): string[] | null {
  const cells: string[] = []
  for (let at = 0; ; at++) {
    let cell = ''
    if (row[at] === '"') {
      do {
        const quote = row.indexOf('"', at + 1)
        if (quote === -1) return null
        // Of a quote that is doubled the second is the cell's.
        cell += row.slice(at + 1, row[quote + 1] === '"' ? quote + 1 : quote)
        at = quote + 1
      } while (row[at] === '"')
    } else {
      const comma = row.indexOf(',', at)
      cell = row.slice(at, comma === -1 ? row.length : comma)
      if (cell.includes('"')) return null
      at += cell.length
    }
    cells.push(cell)
    if (at === row.length) return cells
    if (row[at] !== ',') return null
  }
}

/** One row of CSV with its line end, as spreadsheets write it: CRLF, and quotes only where they are needed. */
export function writeCells(cells: readonly string[]): string {
  return stringify([[...cells]], { record_delimiter: '\r\n', quoted_match: /[\r\n]/ })
}
