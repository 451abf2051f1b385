// What the activity feed costs: filters over as many rows as --scale says (1 is 5 million), how soon an event is in an open feed
// under 100 mutations a second, and whether 100,000 rows scroll without a long task, in a browser.
//   npm run bench:activity                                     everything
//   npm run bench:activity -- filters --scale 1 --engine mysql one part: filters, live or scroll; one database
// `filters` reads the databases of bench:data, which BENCH_MYSQL_URL keeps on a server of one's own. The figures are for people to
// judge: it ends with 0 whatever they are.
import { parseArgs } from 'node:util'
import { filters } from './filters.ts'
import { live } from './live.ts'
import { scroll } from './scroll.ts'

const parts: Readonly<Record<string, typeof filters>> = { filters, live, scroll }
const all = ['sqlite', 'mysql']

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { scale: { type: 'string', default: '0.1' }, engine: { type: 'string' } },
})
const unknown = positionals.filter((name) => !(name in parts))
if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}.`)
const scale = Number(values.scale)
if (!(scale > 0 && scale <= 10)) throw new Error('--scale is a number above 0, at most 10; 1 is 5 million rows.')
const engines = values.engine === undefined ? all : all.filter((engine) => engine === values.engine)
if (engines.length === 0) throw new Error(`--engine is one of ${all.join(' and ')}; both are measured without it.`)

for (const [name, part] of Object.entries(parts)) {
  if (positionals.length === 0 || positionals.includes(name)) console.log(`\n${await part({ scale, engines })}`)
}
