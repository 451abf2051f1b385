import { median, quantile } from '../collab/result/figures.ts'
import { table } from '../collab/result/table.ts'
import type { Place } from './places.ts'
import type { Read } from './reads.ts'

/** Milliseconds of every call. */
export type Times = Map<Place, Map<Read, number[]>>
/** Milliseconds for an exchange with audit and without, a pair a round. */
export type Inserts = Map<Place, { audited: number; plain: number }[]>

const mostGrowth = { search: 3, keyset: 1.5 }
const mostAudit = 0.4

const show = (value: number) => (Number.isNaN(value) ? '–' : value.toFixed(1))
const mark = (met: boolean) => (met ? '✓' : '✗')

/** A table an engine: what each read takes at the smaller and at the larger scale, and how much longer. */
export function report(
  engine: string,
  small: Place,
  large: Place,
  reads: readonly Read[],
  times: Times,
  inserts: Inserts,
): string {
  const rows = [
    ['', `p50 at ${small.scale}`, `p50 at ${large.scale}`, `p95 at ${large.scale}`, 'target', '', 'growth', 'target', ''],
  ]
  for (const read of reads) {
    const before = times.get(small)?.get(read) ?? []
    const after = times.get(large)?.get(read) ?? []
    const growth = median(after) / median(before)
    const p95 = quantile(after, 0.95)
    const most = mostGrowth[read.kind]
    rows.push([
      read.name,
      show(median(before)),
      show(median(after)),
      show(p95),
      `≤ ${read.target(large.scale)} ms`,
      mark(p95 <= read.target(large.scale)),
      `${growth.toFixed(2)} ×`,
      `< ${most} ×`,
      mark(growth < most),
    ])
  }
  const pairs = inserts.get(large) ?? []
  // Both of a pair are from the same round, so that a busy machine weighs on both.
  const more = median(pairs.map(({ audited, plain }) => audited / plain - 1))
  const rate = (pick: 'audited' | 'plain') => (1000 / median(pairs.map((pair) => pair[pick]))).toFixed(0)
  return [
    `${engine}, ms`,
    table(rows, 1),
    `prompts inserted a second: ${rate('audited')} with audit, ${rate('plain')} without; audit costs ${(more * 100).toFixed(0)} % more, target ≤ ${mostAudit * 100} % ${mark(more <= mostAudit)}`,
  ].join('\n')
}
