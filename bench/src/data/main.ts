// What reading and writing take in a library of some size, and how that grows from a tenth of the size: through the
// application's own operations, on SQLite and on MySQL. The figures are for people to judge: it always ends with 0.
// npm run bench:data -- --scale 0.1 --engine mysql, with BENCH_MYSQL_URL set for a server of one's own, whose databases named
// prologue_bench_… are made once and stay.
import { parseArgs } from 'node:util'
import { makeCallers } from './callers.ts'
import type { Callers } from './callers.ts'
import { measureInserts } from './inserts.ts'
import { openPlaces } from './places.ts'
import type { Place } from './places.ts'
import { reads } from './reads.ts'
import type { Read } from './reads.ts'
import { report } from './report.ts'
import type { Inserts, Times } from './report.ts'
import { takeSample } from './sample.ts'
import type { Sample } from './sample.ts'

type Contender = { place: Place; callers: Callers; sample: Sample; cursors: Map<Read, string | undefined> }

const rounds = 5
const callsOfRound = 20
const cleanups: (() => Promise<unknown>)[] = []

/** Where the page of a read begins; the last page where there are fewer. */
async function findCursor({ callers, sample }: Omit<Contender, 'cursors'>, read: Read): Promise<string | undefined> {
  const { userId, role } = read.as(sample, 0)
  const caller = callers.callerFor(userId, role)
  let cursor: string | undefined
  for (let page = 1; page < (read.page ?? 1); page += 1) {
    const { nextCursor } = await read.call(caller, sample, 0, cursor)
    if (nextCursor === null) return cursor
    cursor = nextCursor
  }
  return cursor
}

async function enter(place: Place): Promise<Contender> {
  const callers = makeCallers(place.database)
  cleanups.push(callers.close)
  const sample = await takeSample(place.database)
  const cursors = new Map<Read, string | undefined>()
  for (const read of reads) cursors.set(read, await findCursor({ place, callers, sample }, read))
  return { place, callers, sample, cursors }
}

async function time({ callers, sample, cursors }: Contender, read: Read, turn: number): Promise<number> {
  const { userId, role } = read.as(sample, turn)
  const caller = callers.callerFor(userId, role)
  const began = performance.now()
  await read.call(caller, sample, turn, cursors.get(read))
  return performance.now() - began
}

async function measure(contenders: readonly Contender[]): Promise<{ times: Times; inserts: Inserts }> {
  const times: Times = new Map()
  const inserts: Inserts = new Map()
  // The first round is only for the just-in-time compilers and the caches.
  for (let round = 0; round <= rounds; round += 1) {
    for (const read of reads) {
      for (const contender of contenders) {
        const took = times.getOrInsertComputed(contender.place, () => new Map()).getOrInsertComputed(read, (): number[] => [])
        for (let call = 0; call < callsOfRound; call += 1) {
          const ms = await time(contender, read, round * callsOfRound + call)
          if (round > 0) took.push(ms)
        }
      }
    }
    for (const { place, callers, sample } of contenders) {
      const pair = await measureInserts(callers, sample)
      if (round > 0) inserts.getOrInsertComputed(place, () => []).push(pair)
    }
  }
  return { times, inserts }
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { scale: { type: 'string', default: '0.1' }, engine: { type: 'string' } } })
  const scale = Number(values.scale)
  if (!(scale > 0 && scale <= 10)) throw new Error('--scale is a number above 0, at most 10; 1 is a million templates.')
  const all = ['sqlite', 'mysql']
  const engines = values.engine === undefined ? all : all.filter((engine) => engine === values.engine)
  if (engines.length === 0) throw new Error(`--engine is one of ${all.join(' and ')}; both are measured without it.`)
  const places = await openPlaces(engines, [scale / 10, scale], (work) => cleanups.push(work))
  const contenders: Contender[] = []
  for (const place of places) contenders.push(await enter(place))
  console.log(`${rounds} rounds of ${callsOfRound} calls of ${reads.length} reads each`)
  const { times, inserts } = await measure(contenders)
  for (const engine of new Set(places.map((place) => place.engine))) {
    const [small, large] = places.filter((place) => place.engine === engine)
    if (small && large) console.log(`\n${report(engine, small, large, reads, times, inserts)}`)
  }
}

try {
  await main()
} finally {
  for (const cleanup of cleanups.toReversed()) await cleanup()
}
