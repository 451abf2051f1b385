// What the checker takes for prompts of three lengths, and whether its time grows as the text does: the rules alone, as they run
// while somebody types, and with the patterns of secrets. It ends with 1 where 4 kB take longer than a screen's picture, or where a
// longer text takes more than its share.
// npm run bench:checker -- --rounds 30
// With --rates prompts.csv it measures no time, but how often each rule finds something in that collection.
import { check, checkAll } from '@prologue/prompt-kit'
import { parseArgs } from 'node:util'
import { median, quantile } from '../collab/result/figures.ts'
import { table } from '../collab/result/table.ts'
import { promptOf } from './promptOf.ts'
import { compareRates } from './rates.ts'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '30' }, rates: { type: 'string' } } })
if (values.rates !== undefined) process.exit(compareRates(values.rates) ? 0 : 1)
const rounds = Number(values.rounds)
if (!(Number.isInteger(rounds) && rounds > 0)) throw new Error('--rounds is a whole number.')

const lengths = [4_000, 40_000, 200_000]
/** Milliseconds that one picture of 60 in a second stands. */
const picture = 16
/** How much more than ten times the text may take than its tenth, beside what machines differ by. */
const mostGrowth = 1.5

const ways = {
  rules: async (text: string) => check(text),
  'rules and secrets': (text: string) => checkAll(text),
}

let failed = false
for (const [name, way] of Object.entries(ways)) {
  const rows = [['', 'findings', 'p50 ms', 'p95 ms', 'ms for 1 kB', 'growth']]
  let before: number | undefined
  for (const length of lengths) {
    const text = promptOf(length)
    for (let warm = 0; warm < 5; warm++) await way(text)
    const times: number[] = []
    let found = 0
    for (let round = 0; round < rounds; round++) {
      const start = performance.now()
      found = (await way(text)).length
      times.push(performance.now() - start)
    }
    const share = (median(times) / text.length) * 1000
    const growth = before === undefined ? null : share / before
    if (name === 'rules' && length === lengths[0]) {
      if (median(times) > picture) failed = true
    }
    if (growth !== null && growth > mostGrowth) failed = true
    before = share
    rows.push([
      `${(length / 1000).toLocaleString('en')} kB`,
      found.toLocaleString('en'),
      median(times).toFixed(2),
      quantile(times, 0.95).toFixed(2),
      share.toFixed(3),
      growth === null ? '' : `${growth.toFixed(2)} ×`,
    ])
  }
  console.log(`${name}\n${table(rows, 1)}\n`)
}
console.log(`Asked: 4 kB in at most ${picture} ms by the rules; 1 kB of a longer text at most ${mostGrowth} × of a shorter one.`)
process.exitCode = failed ? 1 : 0
