import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startMysql } from '@prologue/scripts/mysql'
import { migrate, openDatabase } from '@prologue/shared'
import type { Database } from '@prologue/shared'

type Place = { engine: string; database: Database; discard(): Promise<void> }

async function open(engine: string, url: string, clean: () => Promise<unknown>): Promise<Place> {
  const database = await openDatabase(url)
  await migrate(database)
  const discard = async () => {
    await database.close()
    await clean()
  }
  return { engine, database, discard }
}

async function sqlite(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'prologue-bench-sign-in-'))
  return open('SQLite', `sqlite:${join(folder, 'bench.sqlite')}`, () => rm(folder, { recursive: true }))
}

/** On a private server that goes with this process, or on the one of `BENCH_MYSQL_URL`. */
async function mysql(): Promise<Place | null> {
  const kept = process.env['BENCH_MYSQL_URL']
  const server = kept === undefined ? await startMysql() : { url: kept, version: '', stop: async () => {} }
  if ('skipped' in server) {
    console.log(`\nNO MYSQL, so nothing is measured on it: ${server.skipped}\n`)
    return null
  }
  const run = async (statement: string) => {
    const database = await openDatabase(server.url)
    await database.knex.raw(statement)
    await database.close()
  }
  const name = `prologue_bench_${randomBytes(6).toString('hex')}`
  await run(`create database ${name} character set utf8mb4`)
  const url = new URL(server.url)
  url.pathname = `/${name}`
  return open(`MySQL ${server.version}`.trim(), url.href, async () => {
    await run(`drop database ${name}`)
    await server.stop()
  })
}

/** Empty databases that go when they are discarded. */
export const openEmpty = { sqlite, mysql }
