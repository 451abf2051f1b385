import { mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startMysql } from '@prologue/scripts/mysql'
import { fillDatabase, migrate, openDatabase } from '@prologue/shared'
import type { Database } from '@prologue/shared'

/** The day on which the generated time ends; with the seed it makes all runs read the same rows. */
const settings = { seed: 1, until: new Date('2026-11-01T00:00:00Z') }

/** A filled database. */
export type Place = { engine: string; scale: number; address: string; database: Database }

type Engine = {
  name: string
  address(scale: number): Promise<string>
  discard(scale: number): Promise<void>
  stop(): Promise<unknown>
}

/** SQLite files stay in the temporary folder, so that the next run finds them. */
function sqlite(): Engine {
  const folder = join(tmpdir(), 'prologue-bench-data')
  const file = (scale: number) => join(folder, `${scale}.sqlite`)
  return {
    name: 'SQLite',
    async address(scale) {
      await mkdir(folder, { recursive: true })
      return `sqlite:${file(scale)}`
    },
    async discard(scale) {
      for (const end of ['', '-wal', '-shm']) await rm(`${file(scale)}${end}`, { force: true })
    },
    stop: async () => {},
  }
}

const nameOf = (scale: number) => `prologue_bench_${String(scale).replace('.', '_')}`

/**
 * As large as a server for a team is. The table cache is MySQL's own default again: the servers of the tests have 400 places,
 * which MySQL divides by 16, and the insert of an exchange needs some 50 tables with those of its triggers. There each
 * statement opens its tables anew, `audit_logs` with all its months: that took three times as long as to write its row.
 */
const options = ['--innodb-buffer-pool-size=2G', '--innodb-redo-log-capacity=1G', '--table-open-cache=4000']

/** A private server that goes with this process, or the one of `BENCH_MYSQL_URL`, whose databases stay. */
async function mysql(): Promise<Engine | null> {
  const kept = process.env['BENCH_MYSQL_URL']
  const server = kept === undefined ? await startMysql({ options }) : { url: kept, version: '', stop: async () => {} }
  if ('skipped' in server) {
    console.log(`\nNO MYSQL, so nothing is measured on it: ${server.skipped}\n`)
    return null
  }
  const run = async (statement: string) => {
    const database = await openDatabase(server.url)
    await database.knex.raw(statement)
    await database.close()
  }
  return {
    name: `MySQL ${server.version}`.trim(),
    async address(scale) {
      await run(`create database if not exists ${nameOf(scale)} character set utf8mb4`)
      const url = new URL(server.url)
      url.pathname = `/${nameOf(scale)}`
      return url.href
    },
    discard: (scale) => run(`drop database ${nameOf(scale)}`),
    stop: server.stop,
  }
}

/** Databases at each scale on each engine, filled now or by an earlier run. */
export async function openPlaces(
  engines: readonly string[],
  scales: readonly number[],
  atEnd: (work: () => Promise<unknown>) => void,
): Promise<Place[]> {
  const found = [engines.includes('sqlite') ? sqlite() : null, engines.includes('mysql') ? await mysql() : null]
  const places: Place[] = []
  for (const engine of found.filter((each) => each !== null)) {
    atEnd(() => engine.stop())
    for (const scale of scales) {
      const database = await filled(engine, scale)
      atEnd(() => database.close())
      places.push({ engine: engine.name, scale, address: await engine.address(scale), database })
    }
  }
  return places
}

async function filled(engine: Engine, scale: number): Promise<Database> {
  const there = await openDatabase(await engine.address(scale))
  await migrate(there)
  // Written last of all.
  if (await there.knex('search_words').where({ kind: 'prompts', word: '' }).where('rowCount', '>', 0).first('kind')) return there
  const isEmpty = !(await there.knex('users').first('id'))
  if (isEmpty) return fill(there, engine.name, scale)
  await there.close()
  await engine.discard(scale)
  const anew = await openDatabase(await engine.address(scale))
  await migrate(anew)
  return fill(anew, engine.name, scale)
}

async function fill(database: Database, engine: string, scale: number): Promise<Database> {
  const began = performance.now()
  await fillDatabase(database, { ...settings, scale }, () => {})
  console.log(`${engine} was filled at ${scale} in ${((performance.now() - began) / 1000).toFixed(0)} s`)
  return database
}
