import type { Measured } from '../load/measure.ts'

export type Quantiles = { p50: number; p95: number; p99: number }

/** Milliseconds; null where the server has no such thing. */
export type Figures = { screen: Quantiles; ack: Quantiles; commit: number | null }

/** The value below which this share of them lies; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const median = (values: readonly number[]) => quantile(values, 0.5)

const quantiles = (values: readonly number[]): Quantiles => ({
  p50: quantile(values, 0.5),
  p95: quantile(values, 0.95),
  p99: quantile(values, 0.99),
})

export function figuresOf({ screen, ack, commits }: Measured): Figures {
  return { screen: quantiles(screen), ack: quantiles(ack), commit: commits.length > 0 ? median(commits) : null }
}

/** The middle of all rounds, each figure for itself: one disturbed round does not show. */
export function middleOf(rounds: readonly Figures[]): Figures {
  const of = (pick: (figures: Figures) => number) => median(rounds.map(pick))
  const all = (name: 'screen' | 'ack'): Quantiles => ({
    p50: of((each) => each[name].p50),
    p95: of((each) => each[name].p95),
    p99: of((each) => each[name].p99),
  })
  const commits = rounds.flatMap(({ commit }) => commit ?? [])
  return { screen: all('screen'), ack: all('ack'), commit: commits.length > 0 ? median(commits) : null }
}
