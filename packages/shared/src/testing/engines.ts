import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import knexModule from 'knex'
import { afterAll, beforeAll, describe } from 'vitest'
import { testMysqlUrl } from './env.ts'

type Engine = { name: string; available: boolean; create(): Promise<{ url: string; drop(): Promise<void> }> }

/** A MySQL server for tests, if there is one: an account that may make databases whose names begin with `prologue_`. */
const mysqlServer = testMysqlUrl()

/** The databases every suite runs on; each suite gets an empty one of its own. */
export const engines: Engine[] = [
  {
    name: 'SQLite',
    available: true,
    async create() {
      const folder = await mkdtemp(join(tmpdir(), 'prologue-test-'))
      return { url: `sqlite:${join(folder, 'test.sqlite')}`, drop: () => rm(folder, { recursive: true }) }
    },
  },
  {
    name: 'MySQL',
    available: mysqlServer !== undefined,
    async create() {
      const url = new URL(mysqlServer ?? '')
      const name = `prologue_${randomBytes(8).toString('hex')}`
      await onServer(url, `create database ${name} character set utf8mb4`)
      url.pathname = `/${name}`
      return { url: url.href, drop: () => onServer(url, `drop database ${name}`) }
    },
  },
]

async function onServer(url: URL, statement: string): Promise<void> {
  const server = new URL(url)
  server.pathname = '/'
  const knex = knexModule({ client: 'mysql2', connection: server.href })
  try {
    await knex.raw(statement)
  } finally {
    await knex.destroy()
  }
}

/** Runs the same suite on every engine, each time with an empty database whose address `url()` tells. */
export function onEachEngine(name: string, define: (url: () => string) => void): void {
  for (const engine of engines) {
    describe.skipIf(!engine.available)(`${name} on ${engine.name}`, () => {
      let place: { url: string; drop(): Promise<void> } | undefined
      beforeAll(async () => {
        place = await engine.create()
      })
      afterAll(() => place?.drop())
      define(() => place?.url ?? '')
    })
  }
}
