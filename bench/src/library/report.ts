import { median, quantile } from '../collab/result/figures.ts'
import { table } from '../collab/result/table.ts'
import type { Place } from '../data/places.ts'
import type { Read } from './reads.ts'

/** Milliseconds of every call. */
export type Times = Map<Place, Map<Read, number[]>>

const show = (value: number) => (Number.isNaN(value) ? '–' : value.toFixed(1))
const judge = (value: number, most: number | null, unit: string) =>
  most === null ? ['', ''] : [`≤ ${most}${unit}`, value <= most ? '✓' : '✗']

/** What each read takes at the smaller and at the larger scale, and how much longer: of what most calls take, and of the slowest. */
export function report(small: Place, large: Place, times: Times): string {
  const rows = [
    [
      '',
      `p50 at ${small.scale}`,
      `p95 at ${small.scale}`,
      `p50 at ${large.scale}`,
      `p95 at ${large.scale}`,
      'target',
      '',
      'growth',
      'target',
      '',
    ],
  ]
  for (const [read, after] of times.get(large) ?? []) {
    const before = times.get(small)?.get(read) ?? []
    const p95 = quantile(after, 0.95)
    const growth = p95 / quantile(before, 0.95)
    rows.push([
      read.name,
      show(median(before)),
      show(quantile(before, 0.95)),
      show(median(after)),
      show(p95),
      ...judge(p95, read.target, ' ms'),
      `${growth.toFixed(2)} ×`,
      ...judge(growth, read.growth, ' ×'),
    ])
  }
  return `${large.engine}, ms\n${table(rows, 1)}`
}
