import { median, middleOf } from './figures.ts'
import type { Figures, Quantiles } from './figures.ts'
import { table } from './table.ts'

/** All rounds of one shape, by the server's name. */
export type ShapeFigures = { shape: string; relay: Figures[]; servers: { name: string; rounds: Figures[] }[] }

/** Letters are on the others' screens within this multiple of what the relay takes, at the 95th percentile. */
const mostOfRelay = 1.5
/** Milliseconds that an acknowledgement may take beyond the commit itself, at the median. */
const mostBeyondCommit = 3

const show = (value: number) => (Number.isNaN(value) ? '–' : value.toFixed(1))
const three = ({ p50, p95, p99 }: Quantiles) => [show(p50), show(p95), show(p99)]
const mark = (met: boolean) => (met ? '✓' : '✗')

export function report(shapes: readonly ShapeFigures[]): string {
  const screens = [['shape', 'server', 'p50', 'p95', 'p99', 'p95 ÷ relay', `≤ ${mostOfRelay}`]]
  const acks = [['shape', 'server', 'p50', 'p95', 'p99', 'commit p50', 'ack − commit', `≤ ${mostBeyondCommit} ms`, '− relay']]
  for (const { shape, relay, servers } of shapes) {
    const bare = middleOf(relay)
    screens.push([shape, 'relay', ...three(bare.screen), '', ''])
    acks.push([shape, 'relay', ...three(bare.ack), '', '', '', ''])
    for (const { name, rounds } of servers) {
      const { screen, ack, commit } = middleOf(rounds)
      // Both sides of a ratio are from the same round, so that a busy machine weighs on both.
      const ratio = median(rounds.map((each, round) => each.screen.p95 / (relay[round]?.screen.p95 ?? Number.NaN)))
      const beyond = median(rounds.map((each) => each.ack.p50 - (each.commit ?? Number.NaN)))
      // What the way there and back takes anyhow, with all the replicas that this one process keeps.
      const own = median(
        rounds.map((each, round) => each.ack.p50 - (each.commit ?? Number.NaN) - (relay[round]?.ack.p50 ?? Number.NaN)),
      )
      screens.push([shape, name, ...three(screen), ratio.toFixed(2), mark(ratio <= mostOfRelay)])
      acks.push([
        shape,
        name,
        ...three(ack),
        show(commit ?? Number.NaN),
        show(beyond),
        mark(beyond <= mostBeyondCommit),
        show(own),
      ])
    }
  }
  return [
    "From keystroke to another client's text, ms (drafts × people)",
    table(screens, 2),
    '',
    'From keystroke to the durable acknowledgement, ms (the relay keeps nothing; the last column is less its p50 too)',
    table(acks, 2),
  ].join('\n')
}
