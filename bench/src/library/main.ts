// What finding templates takes in a library of some size, and how that grows from a tenth of the size: rare, middling, common and
// mixed words, every order at its first page and deep down, with filters and without. The figures are for people to judge: it
// always ends with 0. At scale 1 there are a million templates.
// npm run bench:library -- --scale 1 --engine mysql, with BENCH_MYSQL_URL as for bench:data, whose databases these are.
import { parseArgs } from 'node:util'
import { makeCallers, type Caller } from '../data/callers.ts'
import { openPlaces, type Place } from '../data/places.ts'
import { reads, type Input, type Read } from './reads.ts'
import { report, type Times } from './report.ts'
import { takeSample } from './sample.ts'

/** A call with who makes it. */
type Call = { caller: Caller; input: Input }

const rounds = 5
const callsOfRound = 20
/** How many inputs are followed to a page deep down. */
const mostDeep = 8
const cleanups: (() => Promise<unknown>)[] = []

async function prepare(place: Place): Promise<Map<Read, Call[]>> {
  const callers = makeCallers(place.database)
  cleanups.push(callers.close)
  const sample = await takeSample(place.database)
  const calls = new Map<Read, Call[]>()
  for (const read of reads) {
    const inputs = read.inputs(sample)
    if (inputs.length === 0) console.log(`Nothing in ${place.engine} at ${place.scale} for: ${read.name}`)
    // Where all ask the same, people of all sorts do.
    const many = inputs.length === 1 ? sample.people.length : inputs.length
    const made: Call[] = []
    for (let turn = 0; turn < (read.page > 1 ? Math.min(many, mostDeep) : many); turn += 1) {
      const input = inputs[turn % inputs.length] ?? {}
      // What is one's own is asked for by who is signed in, the library of all by every second who is not.
      const isSignedIn = input.scope !== undefined || turn % 2 === 0
      const person = sample.people[turn % sample.people.length] ?? ''
      const caller = isSignedIn ? callers.callerFor(person) : callers.anonymous
      made.push(await follow({ caller, input }, read.page))
    }
    calls.set(read, made)
  }
  return calls
}

/** The same call for a page deep down; for the last where there are fewer. */
async function follow({ caller, input }: Call, page: number): Promise<Call> {
  let cursor: string | undefined
  for (let number = 1; number < page; number += 1) {
    const { nextCursor } = await caller.library.browse({ ...input, cursor })
    if (nextCursor === null) break
    cursor = nextCursor
  }
  return { caller, input: { ...input, cursor } }
}

async function time({ caller, input }: Call, { of }: Read): Promise<number> {
  const began = performance.now()
  await caller.library[of](input)
  return performance.now() - began
}

async function measure(prepared: ReadonlyMap<Place, Map<Read, Call[]>>): Promise<Times> {
  const times: Times = new Map()
  // The first round is only for the just-in-time compilers and the caches.
  for (let round = 0; round <= rounds; round += 1) {
    for (const read of reads) {
      for (const [place, calls] of prepared) {
        const asked = calls.get(read) ?? []
        const took = times.getOrInsertComputed(place, () => new Map()).getOrInsertComputed(read, (): number[] => [])
        for (let turn = 0; turn < callsOfRound; turn += 1) {
          const call = asked[(round * callsOfRound + turn) % asked.length]
          const ms = call ? await time(call, read) : Number.NaN
          if (round > 0) took.push(ms)
        }
      }
    }
  }
  return times
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { scale: { type: 'string', default: '0.1' }, engine: { type: 'string' } } })
  const scale = Number(values.scale)
  if (!(scale > 0 && scale <= 10)) throw new Error('--scale is a number above 0, at most 10; 1 is a million templates.')
  const all = ['sqlite', 'mysql']
  const engines = values.engine === undefined ? all : all.filter((engine) => engine === values.engine)
  if (engines.length === 0) throw new Error(`--engine is one of ${all.join(' and ')}; both are measured without it.`)
  const places = await openPlaces(engines, [scale / 10, scale], (work) => cleanups.push(work))
  const prepared = new Map<Place, Map<Read, Call[]>>()
  for (const place of places) prepared.set(place, await prepare(place))
  console.log(`${rounds} rounds of ${callsOfRound} calls of ${reads.length} reads each`)
  const times = await measure(prepared)
  for (const engine of new Set(places.map((place) => place.engine))) {
    const [small, large] = places.filter((place) => place.engine === engine)
    if (small && large) console.log(`\n${report(small, large, times)}`)
  }
}

try {
  await main()
} finally {
  for (const cleanup of cleanups.toReversed()) await cleanup()
}
