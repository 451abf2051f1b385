import { quantile } from '../collab/result/figures.ts'
import { table } from '../collab/result/table.ts'
import type { Outcome } from './campaign.ts'

/** Milliseconds. */
export const readyWithin = 5_000

export const wasReadyInTime = ({ ready }: Outcome) => ready.every((time) => time <= readyWithin)

const seconds = (milliseconds: number) => (Number.isNaN(milliseconds) ? '–' : (milliseconds / 1_000).toFixed(2))
const three = (times: readonly number[]) => [0.5, 0.95, 1].map((share) => seconds(quantile(times, share)))

export function report(outcomes: readonly Outcome[]): string {
  const head = [
    'fault',
    'database',
    'times',
    'acknowledged',
    'faults',
    'ready p50',
    'p95',
    'max s',
    'stopped p50',
    'p95',
    'max s',
  ]
  const rows = outcomes.map(({ name, engine, rounds, planned, acknowledged, faults, ready, stopped }) => [
    name,
    engine,
    `${rounds} of ${planned}`,
    String(acknowledged),
    String(faults.length),
    ...three(ready),
    ...three(stopped),
  ])
  return table([head, ...rows], 2)
}
