/** Columns as wide as their widest cell: the first `texts` to the left, figures to the right. */
export function table(rows: readonly (readonly string[])[], texts: number): string {
  const widths = rows.reduce<number[]>((sum, row) => row.map((cell, index) => Math.max(cell.length, sum[index] ?? 0)), [])
  const line = (row: readonly string[]) =>
    row.map((cell, index) => (index < texts ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0))).join('  ')
  return rows.map((row) => line(row).trimEnd()).join('\n')
}
