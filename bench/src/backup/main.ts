// What backing up and restoring take, through the command of the built program: on SQLite, on MySQL, and from SQLite to MySQL, at
// a tenth of the size and at all of it, so that memory is seen to stay flat. What was restored is backed up again, and every table
// is compared by its rows. It ends with 1 where contents differ; times and memory are for people to judge.
// npm run bench:backup -- --scale 0.1, with BENCH_MYSQL_URL as for bench:data, whose databases these are. Memory is read from /proc.
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startMysql } from '@prologue/scripts/mysql'
import { checkBackup, openDatabase } from '@prologue/shared'
import { table } from '../collab/result/table.ts'
import { openPlaces, type Place } from '../data/places.ts'
import { runPrologue, type Run } from './runPrologue.ts'

type Result = { name: string; scale: number; bytes: number; rows: number; backup: Run; restore: Run; differing: string[] }

const cleanups: (() => Promise<unknown>)[] = []
const quietly = () => {}

/** Where the restored databases are made: one after the other, each empty. */
type Target = { name: string; empty: () => Promise<string> }

async function targets(folder: string): Promise<Target[]> {
  let number = 0
  const sqlite = { name: 'SQLite', empty: async () => `sqlite:${join(folder, `restored-${(number += 1)}.sqlite`)}` }
  const server = await startMysql()
  if ('skipped' in server) {
    console.log(`\nNO MYSQL, so nothing is restored to it: ${server.skipped}\n`)
    return [sqlite]
  }
  cleanups.push(server.stop)
  const empty = async () => {
    const url = new URL(server.url)
    url.pathname = `/prologue_restored_${(number += 1)}`
    const database = await openDatabase(server.url)
    await database.knex.raw(`create database ${url.pathname.slice(1)} character set utf8mb4`)
    await database.close()
    return url.href
  }
  return [sqlite, { name: `MySQL ${server.version}`, empty }]
}

/** Each table with how many rows it has and the digest over them. The audit goes on: a backup and a restore are written there, too. */
async function tablesOf(path: string): Promise<Map<string, string>> {
  const { foot } = await checkBackup(path, quietly)
  return new Map(
    Object.entries(foot.tables)
      .filter(([name]) => name !== 'audit_logs')
      .map(([name, sums]) => [name, JSON.stringify(sums)]),
  )
}

async function measure(place: Place, target: Target, folder: string): Promise<Result> {
  const [first, second] = [join(folder, 'first.backup'), join(folder, 'second.backup')]
  // What a backup holds is verified by the chain of the audit, too.
  await runPrologue(['audit', 'seal'], place.address, folder)
  const backup = await runPrologue(['backup', first], place.address, folder)
  const restored = await target.empty()
  // As somebody moves, who keeps the epochs of drafts: after an accident they are new, so that no browser brings lost edits back.
  const restore = await runPrologue(['restore', first, '--move'], restored, folder)
  await runPrologue(['audit', 'verify'], restored, folder)
  await runPrologue(['backup', second], restored, folder)
  const { size: bytes } = await stat(first)
  const { foot } = await checkBackup(first, quietly)
  const [before, after] = [await tablesOf(first), await tablesOf(second)]
  const differing = [...before.keys()].filter((name) => before.get(name) !== after.get(name))
  await rm(first)
  await rm(second)
  const rows = Object.values(foot.tables).reduce((sum, counted) => sum + counted.rows, 0)
  return { name: `${place.engine} to ${target.name}`, scale: place.scale, bytes, rows, backup, restore, differing }
}

function report(results: readonly Result[]): string {
  const rows = [['', 'scale', 'rows', 'MB', 'backup s', 'peak MB', 'restore s', 'peak MB', 'contents']]
  for (const { name, scale, rows: count, bytes, backup, restore, differing } of results) {
    const figures = [backup.seconds.toFixed(1), backup.peak.toFixed(0), restore.seconds.toFixed(1), restore.peak.toFixed(0)]
    const contents = differing.length === 0 ? 'equal' : `DIFFER in ${differing.join(', ')}`
    rows.push([name, String(scale), count.toLocaleString('en'), (bytes / 1e6).toFixed(1), ...figures, contents])
  }
  return table(rows, 1)
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { scale: { type: 'string', default: '0.1' } } })
  const scale = Number(values.scale)
  if (!(scale > 0 && scale <= 10)) throw new Error('--scale is a number above 0, at most 10; 1 is a million templates.')
  const folder = await mkdtemp(join(tmpdir(), 'prologue-bench-'))
  cleanups.push(() => rm(folder, { recursive: true, force: true }))
  const places = await openPlaces(['sqlite', 'mysql'], [scale / 10, scale], (work) => cleanups.push(work))
  const [sqlite, mysql] = await targets(folder)
  const results: Result[] = []
  for (const place of places) {
    const same = place.engine === 'SQLite' ? sqlite : mysql
    for (const target of new Set([same, mysql])) {
      if (!target) continue
      console.error(`${place.engine} at ${place.scale} to ${target.name} …`)
      results.push(await measure(place, target, folder))
    }
  }
  console.log(report(results))
  if (results.some(({ differing }) => differing.length > 0)) process.exitCode = 1
}

try {
  await main()
} finally {
  for (const cleanup of cleanups.toReversed()) await cleanup()
}
