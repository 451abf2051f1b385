import { providerKinds } from '@prologue/contracts'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { aModel, aTurn, canaryKey, listen, modelAt, type Logged } from '../../testing/modelServers/askServer.ts'
import { openModelServer, type Behaviour, type ModelServer } from '../../testing/modelServers/openModelServer.ts'

const reply = 'I made the role exact. 🚲 Nothing else needed it.'
const answer = {
  reply,
  edits: [
    { section: 'role', op: 'replace', text: 'You are an assistant of a bicycle shop.' },
    { section: 'tone', op: 'remove', text: '' },
  ],
  question: { slot: 'audience', text: 'Who asks?', options: ['Customers', 'Mechanics'] },
}
const json = JSON.stringify(answer)

let server: ModelServer
beforeAll(async () => {
  server = await openModelServer()
})
afterAll(() => server.close())

const behaving = (how: Partial<Behaviour> = {}) => server.behave({ replies: [json], ...how })
const closed = () => vi.waitFor(() => expect(server.open()).toBe(0))

describe.each(providerKinds)('a model of kind %s', (kind) => {
  const model = (more: Partial<Parameters<typeof modelAt>[0]> = {}) => modelAt({ kind, baseUrl: server.baseUrl(kind), ...more })

  it('tells its reply as it grows and each edit as it is complete, with what was used', async () => {
    behaving({ version: 'as-of-today' })
    const { text, edits, pieces, end } = await listen(model())
    expect(text).toBe(reply)
    expect(pieces.filter((piece) => piece.kind === 'text').length).toBeGreaterThan(2)
    expect(edits).toEqual(['role', 'tone'])
    expect(end).toEqual({
      tokensIn: 1_200,
      tokensCached: 200,
      tokensOut: 80,
      costMicroUsd: 5,
      // The SDK does not hand on what Google reports.
      modelVersion: kind === 'google' ? aModel.google : 'as-of-today',
      provider: 'The server',
      model: aModel[kind],
      insteadOf: null,
      question: answer.question,
    })
    expect(server.requests).toHaveLength(1)
    expect(JSON.stringify(server.requests[0]?.headers)).toContain(canaryKey)
    await closed()
  })

  it('is asked with what the turn says of temperature and tokens, and for a schema', async () => {
    behaving({ replies: [json] })
    const asked = { ...aTurn, parameters: { maxTokens: 777 } }
    await listen(model(), undefined, asked)
    const sent = JSON.stringify(server.requests[0]?.body)
    expect(sent).toContain('777')
    expect(sent).toContain('Make it exact.')
    expect(sent).toMatch(/"(?:json_schema|responseSchema|responseJsonSchema)"/)
  })

  it('whose key is wrong says so, without a word of the key there or in the log', async () => {
    const log: Logged[] = []
    const message = `Incorrect API key provided: ${canaryKey}. Also sk-another-1234567890.`
    behaving({ failures: [{ status: 401, message }] })
    const { error } = await listen(model({ log }))
    expect(error).toMatchObject({ code: 'PROVIDER_FAILED', message: expect.stringContaining('refused the key') })
    expect(log).toHaveLength(1)
    const written = JSON.stringify([log, error, String(error), Object(error).cause, Object(error).stack])
    expect(written).not.toContain('canary')
    expect(written).not.toContain('sk-another')
    expect(server.requests).toHaveLength(1)
  })

  it('that is busy is waited for as long as it asks', async () => {
    behaving({ failures: [{ status: 429, headers: { 'retry-after': '1' } }] })
    const started = performance.now()
    expect(await listen(model())).toMatchObject({ text: reply, error: null })
    expect(performance.now() - started).toBeGreaterThan(950)
    expect(server.requests).toHaveLength(2)
  })

  it('that asks to wait for an hour is not waited for', async () => {
    behaving({ failures: [{ status: 429, headers: { 'retry-after': '3600' } }] })
    const { error } = await listen(model())
    expect(error).toMatchObject({ code: 'PROVIDER_FAILED', message: expect.stringContaining('Wait 60 minutes') })
    expect(server.requests).toHaveLength(1)
  })

  it('that fails by itself is asked three times in all', async () => {
    const failure = { status: 500, message: '<html><script>alert(1)</script></html>' }
    behaving({ failures: [failure, failure] })
    expect(await listen(model())).toMatchObject({ text: reply, error: null })
    behaving({ failures: [failure, failure, failure, failure] })
    const { error } = await listen(model())
    expect(error).toMatchObject({ code: 'PROVIDER_FAILED', message: expect.stringContaining('not well (500)') })
    expect(String(error)).not.toContain('script')
    expect(server.requests).toHaveLength(3)
  })

  it('that sends elsewhere is not followed', async () => {
    const elsewhere = await openModelServer()
    behaving({ redirectTo: `${elsewhere.baseUrl(kind)}/chat/completions` })
    const { error } = await listen(model())
    expect(error).toMatchObject({ code: 'PROVIDER_FAILED', message: expect.stringContaining('sends elsewhere') })
    expect(elsewhere.requests).toHaveLength(0)
    await elsewhere.close()
  })

  it('may be slow as long as something comes', async () => {
    behaving({ pace: 20 })
    expect(await listen(model({ patience: { idle: 300, begin: 300 } }))).toMatchObject({ text: reply, error: null })
  })

  it('may not go on forever all the same: it is given up after its time, and its line closed', async () => {
    behaving({ pace: 50 })
    const { error, text } = await listen(model({ patience: { whole: 400, idle: 300 } }))
    expect(error).toMatchObject({ code: 'PROVIDER_FAILED', message: expect.stringContaining('not done within a minute') })
    expect(text.length).toBeLessThan(reply.length + 1)
    await closed()
    behaving({ failures: [{ status: 503, headers: { 'retry-after': '10' } }] })
    expect((await listen(model({ patience: { whole: 400 } }))).error).toMatchObject({
      message: expect.stringContaining('not done within a minute'),
    })
  })

  it.each([0, 700])('that says nothing any more after %i bytes is given up, and its line closed', async (silentAfter) => {
    behaving({ silentAfter })
    const { error, edits } = await listen(model({ patience: { idle: 150, begin: 150 } }))
    expect(error).toMatchObject({ code: 'PROVIDER_FAILED', message: expect.stringContaining('said nothing') })
    expect(edits.length).toBeLessThan(3)
    await closed()
  })

  it('is left when the answer is stopped, and its line closed', async () => {
    behaving({ pace: 20 })
    const stop = new AbortController()
    const stream = model().stream(aTurn, stop.signal, () => {})
    await stream.next()
    expect(server.open()).toBe(1)
    stop.abort(new Error('Stopped by Ada.'))
    await expect(stream.next().then(() => stream.next())).rejects.toThrow('Stopped by Ada.')
    await closed()
  })

  it('is left when nobody listens any more', async () => {
    behaving({ pace: 20 })
    const stream = model().stream(aTurn, new AbortController().signal, () => {})
    await stream.next()
    expect(server.open()).toBe(1)
    await stream[Symbol.asyncDispose]()
    await closed()
  })

  it('that is stopped while it is waited for is not asked again', async () => {
    behaving({ failures: [{ status: 503, headers: { 'retry-after': '10' } }] })
    const stop = new AbortController()
    const heard = listen(model(), stop.signal)
    await vi.waitFor(() => expect(server.requests).toHaveLength(1))
    stop.abort(new Error('Stopped by Ada.'))
    await heard
    expect(server.requests).toHaveLength(1)
  })

  it('that does not stream is no model server', async () => {
    behaving({ streams: false })
    const { error, text } = await listen(model({ patience: { retries: 0 } }))
    expect(text).toBe('')
    expect(error).toMatchObject({ code: 'PROVIDER_FAILED' })
  })

  it('whose answer is no JSON is asked once more, and then told as it is', async () => {
    const words = 'You could name the shop. <img src="https://elsewhere.example/x.png"><script>alert(1)</script>'
    behaving({ replies: [words, json] })
    expect(await listen(model())).toMatchObject({
      text: reply,
      edits: ['role', 'tone'],
      end: { tokensIn: 2_400, tokensOut: 160 },
    })
    expect(JSON.stringify(server.requests[1]?.body)).toContain('was not the JSON object')
    behaving({ replies: [words] })
    expect(await listen(model())).toMatchObject({ text: words, edits: [], error: null })
    expect(server.requests).toHaveLength(2)
  })

  it('that thinks aloud and then answers no JSON is told without its thoughts', async () => {
    behaving({ replies: ['<think>They want it calm.</think>\n\nYou could name the shop.'] })
    expect(await listen(model())).toMatchObject({ text: 'You could name the shop.', error: null })
    behaving({ replies: ['<think>They want it calm, but'] })
    expect(await listen(model())).toMatchObject({ text: '', error: { message: expect.stringContaining('was empty') } })
  })

  it('finds its answer in a fence and amid other words', async () => {
    behaving({ replies: [`Here it is:\n\n\`\`\`json\n${JSON.stringify(answer, null, 2)}\n\`\`\`\nTell me more.`] })
    expect(await listen(model())).toMatchObject({ text: reply, edits: ['role', 'tone'], error: null })
    expect(server.requests).toHaveLength(1)
  })

  it('that answers a megabyte is refused, and one of nine tenths of it is read in time', async () => {
    behaving({ replies: [JSON.stringify({ ...answer, reply: 'a'.repeat(1_048_576) })], pieceLength: 2_048 })
    const { error } = await listen(model())
    expect(error).toMatchObject({ code: 'PROVIDER_FAILED', message: expect.stringContaining('longer than can be kept') })
    await closed()
    behaving({ replies: [JSON.stringify({ ...answer, reply: 'a'.repeat(900_000) })], pieceLength: 512 })
    const { text, edits } = await listen(model())
    expect(text).toHaveLength(900_000)
    expect(edits).toHaveLength(2)
  })

  it('that ran out of tokens amid an edit says so, and keeps what was complete', async () => {
    behaving({ replies: [json.slice(0, json.indexOf('remove'))], finish: 'length' })
    const { error, edits } = await listen(model())
    expect(error).toMatchObject({ code: 'PROVIDER_FAILED', message: expect.stringContaining('longer than it may be') })
    expect(edits).toEqual(['role'])
  })

  it('that held its answer back for what it holds says so, and never passes for done', async () => {
    for (const reply of ['', json.slice(0, json.indexOf('remove'))]) {
      behaving({ replies: [reply], finish: 'filter' })
      const { error } = await listen(model())
      expect(error).toMatchObject({ code: 'PROVIDER_FAILED', message: expect.stringContaining('held its answer back') })
    }
  })

  it('that ran out of tokens anywhere never passes for done', async () => {
    const places = [...json.matchAll(/[{}[\],:]/g)].map(({ index }) => index + 1).filter((at) => at < json.length)
    for (const at of places) {
      behaving({ replies: [json.slice(0, at)], finish: 'length', pieceLength: 200 })
      const { error, text, edits } = await listen(model())
      expect(error, json.slice(0, at)).toMatchObject({ message: expect.stringContaining('longer than it may be') })
      expect(reply.startsWith(text)).toBe(true)
      expect(['role', 'tone'].slice(0, edits.length)).toEqual(edits)
    }
    behaving({ replies: [json], finish: 'length' })
    expect(await listen(model())).toMatchObject({ text: reply, error: null })
  })

  it('that is away says so', async () => {
    const gone = await openModelServer()
    const baseUrl = gone.baseUrl(kind)
    await gone.close()
    const { error } = await listen(model({ baseUrl }))
    expect(error).toMatchObject({ code: 'PROVIDER_FAILED', message: expect.stringContaining('cannot be reached') })
  })
})

it('A server that takes no schema is asked without one', async () => {
  behaving({ schemas: false })
  const kind = 'openai-compatible'
  expect(await listen(modelAt({ kind, baseUrl: server.baseUrl(kind) }))).toMatchObject({ text: reply, edits: ['role', 'tone'] })
  expect(server.requests.map(({ body }) => 'response_format' in body)).toEqual([true, false])
})
