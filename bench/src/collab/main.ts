// What live editing costs, on SQLite and on MySQL, beside bare relays and Hocuspocus, all in the same run:
//   npm run bench:collab                          everything
//   npm run bench:collab -- load --shape 100×5    one part, one shape; parts are load, memory, cold and screens
//   npm run bench:collab -- load --rounds 9       more rounds, of which the medians are told (5 without)
//   npm run bench:collab -- load --only ws,SQLite what begins so of the servers
// Ends with 1 when replicas differ or an acknowledged edit is lost; the figures are for people to judge.
import { parseArgs } from 'node:util'
import { prepareContenders } from './contenders.ts'
import { cold } from './parts/cold.ts'
import { load } from './parts/load.ts'
import { memory } from './parts/memory.ts'
import type { Part } from './parts/part.ts'
import { screens } from './parts/screens.ts'

const parts: Record<string, Part> = { load, memory, cold, screens }

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { shape: { type: 'string' }, rounds: { type: 'string', default: '5' }, only: { type: 'string' } },
})
const unknown = positionals.filter((name) => !(name in parts))
if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}.`)

const beginnings = values.only?.split(',')
const wants = (name: string) => beginnings?.some((beginning) => name.startsWith(beginning)) ?? true
const { all: contenders, close } = await prepareContenders(wants)
const asked = { contenders, rounds: Number(values.rounds), shape: values.shape ?? null }
try {
  for (const [name, part] of Object.entries(parts)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue
    console.log(`${name}: ${contenders.map((each) => each.name).join(', ')} …`)
    console.log(`\n${await part(asked)}\n`)
  }
} finally {
  await close()
}
