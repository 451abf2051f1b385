import { parse } from 'csv-parse/browser/esm/sync'
import { stringify } from 'csv-stringify/browser/esm/sync'

/** The cells of one row of CSV, null where its quotes are wrong. */
export function readCells(row: string): string[] | null {
  try {
    // The row stands alone, and the simplest of line ends takes half the time of several.
    return parse(row, { record_delimiter: '\n' })[0] ?? []
  } catch {
    return null
  }
}

/** One row of CSV with its line end, as spreadsheets write it: CRLF, and quotes only where they are needed. */
export function writeCells(cells: readonly string[]): string {
  return stringify([[...cells]], { record_delimiter: '\r\n', quoted_match: /[\r\n]/ })
}
