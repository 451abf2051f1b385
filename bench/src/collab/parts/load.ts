import { press } from '../load/press.ts'
import type { Pressed } from '../load/press.ts'
import { median, quantile } from '../result/figures.ts'
import { table } from '../result/table.ts'
import type { RunningServer } from '../server/startServer.ts'
import { loads } from '../shapes.ts'
import type { Part } from './part.ts'

const show = (value: number, digits: number) => (Number.isFinite(value) ? value.toFixed(digits) : '–')

/** Every shape on every server by turns: the last reader's wait, the server's processors, and how much it takes at most. */
export const load: Part = async ({ contenders, rounds, shape }) => {
  const shapes = loads.filter(({ name }) => shape === null || name === shape)
  const measured = new Map<string, Pressed[]>()
  const of = (what: string, name: string) => measured.getOrInsertComputed(`${what} ${name}`, (): Pressed[] => [])
  const servers: { name: string; server: RunningServer }[] = []
  try {
    for (const { name, start } of contenders) servers.push({ name, server: await start() })
    // The first round is only for the just-in-time compilers.
    for (let round = 0; round <= rounds; round += 1) {
      for (const each of shapes) {
        for (let turn = 0; turn < contenders.length; turn += 1) {
          const index = (turn + round) % contenders.length
          const [contender, running] = [contenders[index], servers[index]]
          if (!contender || !running) continue
          const now = round === 0 ? { ...each, seconds: 1 } : each
          const paced = await press(running.server, contender.connect, now, round, false)
          if (round > 0) of(each.name, contender.name).push(paced)
          if (each.name !== saturated) continue
          const flatOut = await press(running.server, contender.connect, { ...now, seconds: now.seconds / 2 }, round, true)
          if (round > 0) of('flat out', contender.name).push(flatOut)
        }
      }
    }
  } finally {
    for (const { server } of servers) await server.stop()
  }

  const names = contenders.map(({ name }) => name)
  const what = [...shapes.map(({ name }) => name), ...(shapes.some(({ name }) => name === saturated) ? ['flat out'] : [])]
  const head = [
    'shape',
    'server',
    'last reader p50',
    'p95',
    'p95 ÷ relay',
    'ack p50',
    'CPU',
    '÷ ws',
    '÷ relay',
    'edits/s',
    '÷ ws',
  ]
  const rows = what.flatMap((each) => names.map((name) => rowOf(each, name, of)))
  return [
    'Milliseconds to the last reader and to the acknowledgement; CPU: milliseconds of the server for 10,000 edits.',
    `Flat out: everybody at ${saturated} writes on as soon as the last edit was acknowledged.`,
    table([head, ...rows], 2),
  ].join('\n')
}

/** The shape that is also driven as fast as it goes. */
const saturated = '20×5'

function rowOf(what: string, name: string, of: (what: string, name: string) => Pressed[]): string[] {
  const rounds = of(what, name)
  const p = (share: number) => median(rounds.map(({ last }) => quantile(last, share)))
  // Both sides of a ratio are from the same round, so that a busy machine weighs on both.
  const against = (other: string, pick: (pressed: Pressed) => number) =>
    median(
      rounds.map((each, round) => {
        const base = of(what, other)[round]
        return base ? pick(each) / pick(base) : Number.NaN
      }),
    )
  return [
    what,
    name,
    show(p(0.5), 1),
    show(p(0.95), 1),
    show(
      against('Socket.IO relay', ({ last }) => quantile(last, 0.95)),
      2,
    ),
    show(median(rounds.map(({ ack }) => median(ack))), 1),
    show(median(rounds.map(({ cpu }) => cpu)), 0),
    show(
      against('ws relay', ({ cpu }) => cpu),
      2,
    ),
    show(
      against('Socket.IO relay', ({ cpu }) => cpu),
      2,
    ),
    show(median(rounds.map(({ rate }) => rate)), 0),
    show(
      against('ws relay', ({ rate }) => rate),
      2,
    ),
  ]
}
