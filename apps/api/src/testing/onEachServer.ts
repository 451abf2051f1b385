import { engines, onEachEngine, openWorld, type World } from '@prologue/shared/testing'
import { afterAll, beforeAll } from 'vitest'
import type { Env } from '../env.ts'
import type { OpenServer } from '../openServer.ts'
import { openTestServer } from './openTestServer.ts'

type Settings = { env?: Partial<Env>; logger?: Parameters<typeof openTestServer>[2] }

/** A server for a suite, behind one proxy, and the world of its database to build things in past the server. */
export type ServedSuite = { url: () => string; world: () => World }

/** Runs the same suite on every engine, each time with a server on a database of its own. */
export function onEachServer(name: string, define: (suite: ServedSuite) => void): void {
  onEachEngine(name, (databaseUrl) => define(serveSuite(async () => ({ url: databaseUrl() }))))
}

/** A server on SQLite for all tests of a file. */
export function onSqliteServer(settings?: Settings): ServedSuite {
  return serveSuite(async () => {
    const place = await engines.find(({ name }) => name === 'SQLite')?.create()
    if (!place) throw new Error('SQLite is always there')
    return place
  }, settings)
}

function serveSuite(
  findPlace: () => Promise<{ url: string; drop?: () => Promise<void> }>,
  { env, logger }: Settings = {},
): ServedSuite {
  let opened: { server: OpenServer; world: World } | undefined
  let drop: (() => Promise<void>) | undefined
  beforeAll(async () => {
    const place = await findPlace()
    drop = place.drop
    const world = await openWorld(place.url)
    const { exportsFolder } = world.services
    opened = { server: await openTestServer(place.url, { trustProxy: 1, exportsFolder, ...env }, logger), world }
  })
  afterAll(async () => {
    await opened?.server.close()
    await opened?.world.close()
    await drop?.()
  })
  const there = () => {
    if (!opened) throw new Error('The server is there once the suite runs')
    return opened
  }
  return { url: () => there().server.publicUrl, world: () => there().world }
}
