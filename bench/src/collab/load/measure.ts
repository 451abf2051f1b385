import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { RunningServer } from '../server/startServer.ts'
import type { Shape } from '../shapes.ts'
import { createLetters } from './letters.ts'
import type { Letters } from './letters.ts'
import { createTypist } from './createTypist.ts'
import type { Timed, Typist } from './createTypist.ts'
import { typeOn } from './typeOn.ts'

/** One shape on one server once. Times are milliseconds. */
export type Measured = Timed & { commits: number[]; acknowledged: number; faults: string[] }

/** A draft's text as the database alone gives it; null for a server that keeps none. */
export type ReadCold = ((draftId: string) => Promise<string>) | null

type Table = { draftId: string; letters: Letters; typists: Typist[] }

/** A prompt of some length, so that nobody types into an empty page. */
const opening = 'You help people write. Ask what is not clear before you answer. Keep what they have said.\n'.repeat(40)
const settleWithin = 20_000

/** Everybody opens fresh drafts, types, waits for all to arrive, and leaves; then all texts are compared. */
export async function measure(server: RunningServer, readCold: ReadCold, shape: Shape, seed: number): Promise<Measured> {
  const timed: Timed = { screen: [], ack: [] }
  const prepared = await server.ask('prepare', { drafts: shape.drafts, people: shape.people })
  const tables = prepared.map(({ draftId, epoch, people }): Table => {
    const letters = createLetters()
    const seats = people.map((person) => ({ port: server.port, draftId, epoch, ...person }))
    return { draftId, letters, typists: seats.map((seat) => createTypist(seat, letters, timed)) }
  })
  const everybody = tables.flatMap(({ typists }) => typists)
  try {
    await within(Promise.all(everybody.map(({ ready }) => ready)))
    for (const { typists } of tables) typists[0]?.write(opening)
    await until(() => everybody.every((typist) => typist.isSaved() && typist.text() === opening))
    for (const { typists } of tables) {
      typists.forEach((typist, index) => typist.moveTo(Math.floor((index / typists.length) * opening.length)))
    }
    await server.ask('commits', null)

    await typeOn(everybody, shape, seed)
    const settled = await until(() => tables.every(isSettled))
    const faults = settled ? [] : [`not everything had arrived after ${settleWithin / 1_000} s`]
    const commits = await server.ask('commits', null)
    const acknowledged = everybody.reduce((sum, typist) => sum + typist.acknowledged().length, 0)
    await Promise.all(everybody.map((typist) => typist.leave()))
    for (const table of tables) faults.push(...(await compare(table, readCold)))
    return { ...timed, commits, acknowledged, faults }
  } finally {
    await Promise.all(everybody.map((typist) => typist.leave()))
  }
}

function isSettled({ letters, typists }: Table): boolean {
  const typed = letters.count()
  return typists.every((typist) => typist.isSaved() && typist.seen() + typist.acknowledged().length === typed)
}

async function compare({ draftId, typists }: Table, readCold: ReadCold): Promise<string[]> {
  const faults: string[] = []
  const hashes = new Set(typists.map((typist) => hash(typist.text())))
  if (hashes.size !== 1) faults.push(`draft ${draftId}: ${typists.length} replicas hold ${hashes.size} texts`)
  if (readCold === null) return faults
  const cold = await readCold(draftId)
  if (!hashes.has(hash(cold))) faults.push(`draft ${draftId}: the database holds another text than the replicas`)
  const kept = new Set(cold)
  const lost = typists.flatMap((typist) => typist.acknowledged().filter((letter) => !kept.has(letter)))
  if (lost.length > 0) faults.push(`draft ${draftId}: ${lost.length} acknowledged edits are not in the database`)
  return faults
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

/** Whether it came true in time. */
async function until(holds: () => boolean): Promise<boolean> {
  const end = performance.now() + settleWithin
  while (!holds()) {
    if (performance.now() > end) return false
    await sleep(10)
  }
  return true
}

async function within(work: Promise<unknown>): Promise<void> {
  const timer = new AbortController()
  const late = sleep(settleWithin, undefined, { signal: timer.signal }).then(() => {
    throw new Error('The drafts did not open.')
  })
  await Promise.race([work, late]).finally(() => timer.abort())
}
