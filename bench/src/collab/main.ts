// How long a letter takes to the others' screens and to the disk, on SQLite and on MySQL, beside a bare Socket.IO relay.
// Ends with 1 when replicas differ or an acknowledged edit is lost; the figures are for people to judge.
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startMysql } from '@prologue/scripts/mysql'
import { startGuard } from '@prologue/scripts/guard'
import { openColdReader } from './load/openColdReader.ts'
import type { ColdReader } from './load/openColdReader.ts'
import { measure } from './load/measure.ts'
import { figuresOf } from './result/figures.ts'
import type { Figures } from './result/figures.ts'
import { report } from './result/report.ts'
import { startServer } from './server/startServer.ts'
import type { RunningServer } from './server/startServer.ts'
import { shapes } from './shapes.ts'

type Contender = { name: string; server: RunningServer; cold: ColdReader | null }

const rounds = 5
const cleanups: (() => Promise<unknown>)[] = []
const faults: string[] = []
let acknowledged = 0

async function enter(name: string, url: string): Promise<Contender> {
  const server = await startServer('draftServer.ts', url)
  cleanups.push(server.stop)
  const cold = await openColdReader(url)
  cleanups.push(cold.close)
  return { name, server, cold }
}

async function enterAll(): Promise<Contender[]> {
  const relay = await startServer('relayServer.ts')
  cleanups.push(relay.stop)
  const folder = await mkdtemp(join(tmpdir(), 'prologue-bench-'))
  // The folder goes even when this process is killed.
  const guard = startGuard()
  guard.watchFolder(folder)
  cleanups.push(guard.release)
  const contenders = [
    { name: 'relay', server: relay, cold: null },
    await enter('SQLite', `sqlite:${join(folder, 'bench.sqlite')}`),
  ]
  const mysql = await startMysql()
  if ('skipped' in mysql) {
    console.log(`\nNO MYSQL, so nothing is measured on it: ${mysql.skipped}\n`)
    return contenders
  }
  cleanups.push(mysql.stop)
  return [...contenders, await enter(`MySQL ${mysql.version}`, mysql.url)]
}

async function main(): Promise<void> {
  const contenders = await enterAll()
  const figures = new Map<string, Figures[]>()
  const roundsOf = (shape: string, name: string) => figures.getOrInsert(`${shape} ${name}`, [])
  console.log(
    `${rounds} rounds of ${shapes.map(({ name }) => name).join(', ')} on ${contenders.map(({ name }) => name).join(', ')}`,
  )

  // The first round is only for the just-in-time compilers.
  for (let round = 0; round <= rounds; round += 1) {
    for (const shape of shapes) {
      // Everybody comes first, second and last in turn.
      const order = contenders
        .map((_, index) => contenders[(index + round) % contenders.length])
        .filter((each) => each !== undefined)
      for (const { name, server, cold } of order) {
        const measured = await measure(server, cold && cold.read, round === 0 ? { ...shape, seconds: 1 } : shape, round)
        acknowledged += cold ? measured.acknowledged : 0
        faults.push(...measured.faults.map((fault) => `${shape.name} on ${name}: ${fault}`))
        if (round > 0) roundsOf(shape.name, name).push(figuresOf(measured))
      }
    }
  }

  const [relay, ...servers] = contenders.map(({ name }) => name)
  const results = shapes.map(({ name: shape }) => ({
    shape,
    relay: roundsOf(shape, relay ?? ''),
    servers: servers.map((name) => ({ name, rounds: roundsOf(shape, name) })),
  }))
  console.log(`\n${report(results)}\n`)
}

try {
  await main()
  console.log(
    faults.length === 0
      ? `All replicas are equal, and equal to what a cold start reads; of ${acknowledged} acknowledged edits none is lost.`
      : faults.join('\n'),
  )
  process.exitCode = faults.length === 0 ? 0 : 1
} finally {
  for (const cleanup of cleanups.toReversed()) await cleanup()
}
