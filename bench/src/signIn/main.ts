// Whether the time of a refused sign-in tells which accounts there are: as many tries for nobody as for somebody with a wrong
// password and for an account that is locked, in one run. It ends with 1 where medians differ by more than asked.
// npm run bench:sign-in -- --tries 1000 --engine sqlite --bound 0.05
import { parseArgs } from 'node:util'
import { median, quantile } from '../collab/result/figures.ts'
import { table } from '../collab/result/table.ts'
import { kinds, measure } from './measure.ts'
import type { Times } from './measure.ts'
import { openEmpty } from './openEmpty.ts'

const names = { unknown: 'nobody has the address', wrong: 'wrong password', locked: 'locked' }
const show = (ms: number) => ms.toFixed(2)

/** How much longer than for nobody, in medians. */
const ratioOf = (times: Times, kind: keyof Times) => median(times[kind]) / median(times.unknown)

function report(engine: string, times: Times): string {
  const rows = kinds.map((kind) => [
    names[kind],
    show(median(times[kind])),
    show(quantile(times[kind], 0.95)),
    ratioOf(times, kind).toFixed(4),
  ])
  return `${engine}\n${table([['', 'p50 ms', 'p95 ms', 'to nobody'], ...rows], 1)}`
}

const { values } = parseArgs({
  options: {
    tries: { type: 'string', default: '1000' },
    bound: { type: 'string', default: '0.05' },
    engine: { type: 'string' },
  },
})
const tries = Number(values.tries)
const bound = Number(values.bound)
if (!(Number.isInteger(tries) && tries > 0 && bound > 0))
  throw new Error('--tries is a whole number, --bound a share such as 0.05.')

for (const engine of ['sqlite', 'mysql'] as const) {
  if (values.engine !== undefined && values.engine !== engine) continue
  const place = await openEmpty[engine]()
  if (!place) continue
  try {
    const times = await measure(place.database, tries)
    console.log(`\n${report(place.engine, times)}`)
    const within = kinds.every((kind) => Math.abs(ratioOf(times, kind) - 1) <= bound)
    console.log(within ? `All within ${bound * 100} %.` : `NOT within ${bound * 100} %.`)
    if (!within) process.exitCode = 1
  } finally {
    await place.discard()
  }
}
