import { once } from 'node:events'
import { createServer } from 'node:net'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rateTable } from '@prologue/shared'
import { testRedisUrl } from '@prologue/shared/testing'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { portOf } from '../portOf.ts'
import { cuttableLine, type CuttableLine } from '../testing/cuttableLine.ts'
import { codeOf, callByHand } from '../testing/callByHand.ts'
import { keepLog } from '../testing/keepLog.ts'
import { startProcess, type ServerProcess } from '../testing/startProcess.ts'
import { openRates } from './openRates.ts'

/** How often a link may be followed from one address. */
const { points } = rateTable['follow-link']

/** An address that nobody else has, as those who test beside this one use the same Redis. */
const somewhere = () => `2001:db8:${randomBytes(2).toString('hex')}:${randomBytes(2).toString('hex')}::7`

/** How often something was logged. */
const timesIn = (text: string, said: string) => text.split(said).length - 1

/** Follows a link that does not exist so many times; answers how often that was refused as too often. */
async function refusals(server: ServerProcess, address: string, times: number): Promise<number> {
  const follow = () =>
    callByHand(server.url, 'shares.look', { input: { token: 'none' }, headers: { 'x-forwarded-for': address } }).then(codeOf)
  const codes = await Promise.all(Array.from({ length: times }, follow))
  return codes.filter((code) => code === 'RATE_LIMITED').length
}

describe.skipIf(!testRedisUrl())('two server processes on one Redis', () => {
  let folder: string
  let line: CuttableLine
  let servers: [ServerProcess, ServerProcess]

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'prologue-rates-'))
    line = await cuttableLine(testRedisUrl() ?? '')
    const start = (name: string) =>
      startProcess({ DATA_DIR: join(folder, name), REDIS_URL: line.url, TRUST_PROXY: '1', LOG_LEVEL: 'info' })
    servers = await Promise.all([start('one'), start('other')])
  }, 60_000)
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.end('SIGKILL')))
    await line.close()
    await rm(folder, { recursive: true })
  })

  it('share a limit; while Redis is away each goes on by itself and says so, until it is back', { timeout: 60_000 }, async () => {
    const [one, other] = servers
    const ada = somewhere()
    expect(await refusals(one, ada, points - 5)).toBe(0)
    expect(await refusals(other, ada, points)).toBe(points - 5)
    expect(await refusals(one, ada, 1)).toBe(1)

    await line.cut()
    const grace = somewhere()
    expect(await refusals(one, grace, points + 1)).toBe(1)
    expect(await refusals(other, grace, points + 1)).toBe(1)
    for (const server of servers)
      expect(server.output()).toContain('Redis does not answer: limits are counted in this process alone')
    expect((await fetch(`${one.url}/health`)).status).toBe(200)

    await line.mend()
    await vi.waitFor(
      async () => {
        await Promise.all(servers.map((server) => refusals(server, somewhere(), 1)))
        for (const server of servers) expect(server.output()).toContain('Redis answers again')
      },
      { timeout: 20_000, interval: 300 },
    )
    const joan = somewhere()
    expect(await refusals(one, joan, points)).toBe(0)
    expect(await refusals(other, joan, 1)).toBe(1)
    for (const server of servers) expect(server.process.exitCode).toBeNull()
  })
})

describe.skipIf(!testRedisUrl())('limits in Redis', () => {
  it('are kept under a name of ours and end by themselves', async () => {
    const { rates, close } = await openRates(testRedisUrl() ?? '', keepLog().logger)
    const allowance = await rates.take('search', somewhere())
    expect(allowance).toEqual({
      name: 'search',
      allowed: true,
      remaining: rateTable.search.points - 1,
      resetsIn: rateTable.search.seconds,
    })
    close()
  })
})

describe('a Redis that takes connections and says nothing', () => {
  it('holds up the start and a request for a moment only, and each next one not at all', { timeout: 20_000 }, async () => {
    const silent = createServer((socket) => socket.on('error', () => socket.destroy()))
    silent.listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const { logger, text } = keepLog()
    const { rates, close } = await openRates(`redis://127.0.0.1:${portOf(silent)}`, logger)
    const began = performance.now()
    for (let used = 1; used <= points; used++) {
      expect(await rates.take('follow-link', 'ada')).toMatchObject({ allowed: true, remaining: points - used })
    }
    expect(await rates.take('follow-link', 'ada')).toMatchObject({ allowed: false, remaining: 0 })
    expect(performance.now() - began).toBeLessThan(2_000)
    expect(timesIn(text(), 'Redis does not answer')).toBe(1)
    close()
    silent.close()
  })
})

describe('an address where no Redis is', () => {
  it('lets the server start, counting in memory', async () => {
    const { logger, text } = keepLog()
    const { rates, close } = await openRates('redis://127.0.0.1:9', logger)
    expect(await rates.take('search', 'ada')).toMatchObject({ allowed: true })
    expect(timesIn(text(), 'Redis does not answer')).toBe(1)
    close()
  })
})
