// What Lighthouse says of the pages that people see first, on the built server with its starter library: performance and
// accessibility, as on a phone of the middle class with a slow line. Of several runs the median counts. It ends with 1 where a score
// is below what is asked. Other work on the machine lowers the scores of performance: measure while it is idle.
// npm run bench:page -- --runs 3 --bound 95 --path /templates
import { parseArgs } from 'node:util'
import { findBrowser } from '@prologue/scripts/browser'
import { median } from '../collab/result/figures.ts'
import { table } from '../collab/result/table.ts'
import { audit, type Scores } from './audit.ts'
import { startBuilt } from '../startBuilt.ts'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    bound: { type: 'string', default: '95' },
    path: { type: 'string', multiple: true, default: ['/templates', '/'] },
  },
})
const runs = Number(values.runs)
const bound = Number(values.bound)
if (!(Number.isInteger(runs) && runs > 0 && bound >= 0 && bound <= 100))
  throw new Error('--runs is a whole number, --bound a score from 0 to 100.')

const browser = await findBrowser()
if ('skipped' in browser) throw new Error(browser.skipped)

const names: Readonly<Record<keyof Scores, string>> = {
  performance: 'performance',
  accessibility: 'accessibility',
  firstPaint: 'first paint ms',
  largestPaint: 'largest paint ms',
  blocked: 'blocked ms',
  shift: 'layout shift',
  machine: 'machine',
}
const kinds = ['performance', 'accessibility', 'firstPaint', 'largestPaint', 'blocked', 'shift', 'machine'] as const

const server = await startBuilt()
let low = false
try {
  const rows: string[][] = []
  for (const path of values.path) {
    const found: Scores[] = []
    for (let run = 0; run < runs; run++) found.push(await audit(`${server.url}${path}`, browser))
    const of = (kind: keyof Scores) => median(found.map((scores) => scores[kind]))
    low ||= of('performance') < bound || of('accessibility') < bound
    rows.push([path, ...kinds.map((kind) => (kind === 'shift' ? of(kind).toFixed(3) : of(kind).toFixed(0)))])
  }
  console.log(table([['', ...kinds.map((kind) => names[kind])], ...rows], 1))
} finally {
  await server.stop()
}
if (low) {
  console.error(`A score is below ${bound}.`)
  process.exitCode = 1
}
