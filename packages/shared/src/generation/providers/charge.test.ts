import { providerKinds } from '@prologue/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aTurn, listen, modelAt } from '../../testing/modelServers/askServer.ts'
import { openModelServer, type Behaviour, type ModelServer } from '../../testing/modelServers/openModelServer.ts'
import type { ModelProviderOptions } from './makeModelProvider.ts'

const json = JSON.stringify({
  reply: 'I made the role exact. 🚲 Nothing else needed it.',
  edits: [{ section: 'role', op: 'replace', text: 'You are an assistant of a bicycle shop. '.repeat(5) }],
  question: null,
})

/** A thousand for a token in, one for a token out: what counts can be read off. */
const cost: ModelProviderOptions['cost'] = async ({ tokensIn, tokensOut }) =>
  tokensIn === null || tokensOut === null ? null : tokensIn * 1_000 + tokensOut
const isCount = (count: number) => Number.isSafeInteger(count) && count >= 0
const parts = (charged: number | null) => ({ in: Math.floor((charged ?? 0) / 1_000), out: (charged ?? 0) % 1_000 })

let server: ModelServer
beforeAll(async () => {
  server = await openModelServer()
})
afterAll(() => server.close())

const behaving = (how: Partial<Behaviour> = {}) => server.behave({ replies: [json], ...how })

describe.each(providerKinds)('a model of kind %s is charged with', (kind) => {
  const model = (more: Partial<Parameters<typeof modelAt>[0]> = {}) => modelAt({ kind, baseUrl: server.baseUrl(kind), ...more })

  it('what it reports, over all the times it was asked', async () => {
    behaving({ replies: ['No JSON at all.', json] })
    expect((await listen(model({ cost }))).charged).toBe(2_400_160)
  })

  it('about what it read and said, where it was stopped or failed midway', async () => {
    behaving({ pace: 5, cutAfter: 2_000 })
    const failed = parts((await listen(model({ cost, patience: { retries: 0 } }))).charged)
    expect(failed.in).toBeGreaterThan(500)
    behaving({ pace: 10 })
    const stop = new AbortController()
    let heard = 0
    const stream = model({ cost }).stream(aTurn, stop.signal, (microUsd) => (heard = microUsd ?? 0))
    await stream.next()
    await stream.next()
    stop.abort(new Error('Stopped by Ada.'))
    await stream.next().catch(() => {})
    await stream.return(expect.anything())
    expect(parts(heard).in).toBeGreaterThan(500)
    expect(parts(heard).out).toBeGreaterThan(3)
    expect(parts(heard).out).toBeLessThan(120)
  })

  it('about that, too, where it tells nothing of what was used', async () => {
    behaving({ usage: null })
    expect(parts((await listen(model({ cost }))).charged).out).toBeGreaterThan(40)
  })

  it('about what it read, where it took the request and never began', async () => {
    behaving({ holds: true })
    const { error, charged } = await listen(model({ cost, patience: { begin: 50, retries: 0 } }))
    expect(error).toMatchObject({ message: expect.stringContaining('said nothing') })
    expect(parts(charged)).toEqual({ in: expect.toSatisfy((tokens) => tokens > 500), out: 0 })
  })

  it('nothing where it refused or was not there', async () => {
    behaving({ failures: [{ status: 429, headers: { 'retry-after': '3600' } }] })
    expect((await listen(model({ cost }))).charged).toBe(0)
    const gone = await openModelServer()
    const baseUrl = gone.baseUrl(kind)
    await gone.close()
    expect((await listen(model({ cost, baseUrl, patience: { retries: 0 } }))).charged).toBe(0)
  })

  it.each([
    [
      { in: -5, cached: 0, out: 80 },
      { tokensIn: null, tokensCached: null, tokensOut: 80 },
    ],
    [
      { in: 1e30, cached: 1e30, out: 1e30 },
      { tokensIn: null, tokensCached: null, tokensOut: null },
    ],
    [
      { in: 0, cached: 0, out: 0 },
      { tokensIn: null, tokensCached: null, tokensOut: 0 },
    ],
    [{ in: 1_200, cached: 5_000, out: 0.5 }, { tokensCached: expect.toSatisfy((cached) => cached === null || cached <= 1_200) }],
  ])('something where it reports %j, of which is told what can be true', async (usage, told) => {
    behaving({ usage })
    const { end, error, charged } = await listen(model({ cost }))
    expect(error).toBeNull()
    expect(end).toMatchObject(told)
    expect(charged).toBeGreaterThan(0)
    for (const count of [end?.tokensIn, end?.tokensCached, end?.tokensOut]) expect(count ?? 0).toSatisfy(isCount)
  })
})

it('A server that tells nothing of what was used leaves it unknown', async () => {
  behaving({ usage: null })
  const kind = 'openai-compatible'
  const { end, charged } = await listen(modelAt({ kind, baseUrl: server.baseUrl(kind), cost }))
  expect(end).toMatchObject({ tokensIn: null, tokensCached: null, tokensOut: null, costMicroUsd: null })
  expect(charged).toBeGreaterThan(500_000)
})
