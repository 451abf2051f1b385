import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { measureBriefs } from './measureBriefs.ts'
import { report } from './report.ts'

const path = process.argv[2]
if (path === undefined) {
  console.error('Give the path of a CSV file with the columns act and prompt.')
  process.exit(2)
}
const rows: unknown[] = parse(readFileSync(path, 'utf8'), { columns: true, bom: true, relax_column_count: true })
const cells = (column: string): string[] =>
  rows.flatMap((row) => {
    const value: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, column) : undefined
    return typeof value === 'string' && value.trim() !== '' ? [value] : []
  })

let failures = 0
for (const column of ['act', 'prompt']) {
  const measured = measureBriefs(cells(column))
  console.log(report(column, measured))
  failures += measured.throws.length + measured.dropped.length + measured.incomplete.length
}
process.exitCode = failures === 0 ? 0 : 1
