import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { engines } from '@prologue/shared/testing'
import { connect, openDraft, signUpPerson } from '../testing/people.ts'
import { cuttableLine, type CuttableLine } from '../testing/cuttableLine.ts'
import { runToEnd, startProcess, type ServerProcess } from '../testing/startProcess.ts'

const mysql = engines.find(({ name }) => name === 'MySQL')

describe('a server whose database is away at the start', () => {
  it('names the database, without its password, and ends with 1', async () => {
    const { code, output } = await runToEnd({ DATABASE_URL: 'mysql://prologue:sesame@127.0.0.1:9/prologue' })
    expect(code).toBe(1)
    expect(output).toContain('The database mysql://prologue@127.0.0.1:9/prologue cannot be used')
    expect(output).not.toContain('sesame')
  })

  it('names every setting that is wrong, and ends with 1', async () => {
    const { code, output } = await runToEnd({ DATABASE_URL: 'postgres://x', LOG_LEVEL: 'loud' })
    expect(code).toBe(1)
    expect(output).toMatch(/DATABASE_URL.*LOG_LEVEL/s)
  })
})

describe.skipIf(!mysql?.available)('a server whose MySQL goes away while people write', () => {
  let place: { url: string; drop(): Promise<void> } | undefined
  let line: CuttableLine
  let server: ServerProcess

  beforeAll(async () => {
    place = await mysql?.create()
    line = await cuttableLine(place?.url ?? '')
    server = await startProcess({ DATABASE_URL: line.url, LOG_LEVEL: 'error' })
  })
  afterAll(async () => {
    await server.end('SIGKILL')
    await line.close()
    await place?.drop()
  })

  it('says so, acknowledges nothing, loses nothing and recovers by itself', { timeout: 60_000 }, async () => {
    const ada = await signUpPerson(server.url)
    const { id } = await ada.api.conversations.create.mutate({})
    const conversation = await ada.api.conversations.get.query({ id })
    const socket = await ada.connect()
    const draft = await openDraft(ada, socket, conversation)
    draft.text.insert(0, 'Before. ')
    await vi.waitFor(() => expect(draft.status.get().state).toBe('saved'))
    const { pid } = server.process

    await line.cut()
    draft.text.insert(draft.text.length, 'During. ')
    const called: unknown = await ada.api.conversations.rename.mutate({ id, title: 'During' }).catch((error: unknown) => error)
    expect(called).toMatchObject({ data: { httpStatus: 503, wire: { code: 'DB_UNAVAILABLE' } } })
    expect((await fetch(`${server.url}/health`)).status).toBe(200)
    expect((await fetch(`${server.url}/ready`)).status).toBe(503)
    expect(draft.status.get()).toMatchObject({ unsent: 1 })
    expect(draft.status.get().state).not.toBe('saved')

    await line.mend()
    await vi.waitFor(() => expect(draft.status.get()).toMatchObject({ state: 'saved', unsent: 0 }), { timeout: 20_000 })
    await ada.api.conversations.rename.mutate({ id, title: 'After' })
    expect((await fetch(`${server.url}/ready`)).status).toBe(200)
    expect(server.process.pid).toBe(pid)
    expect(server.process.exitCode).toBeNull()

    const reader = await connect(server.url, ada.cookie)
    const other = await openDraft(ada, reader, conversation)
    expect(other.text.toJSON()).toBe('Before. During. ')
    await Promise.all([draft.destroy(), other.destroy()])
    socket.close()
    reader.close()
  })

  it('ends within its time when it is told to stop meanwhile', { timeout: 60_000 }, async () => {
    const stopping = await startProcess({ DATABASE_URL: line.url, LOG_LEVEL: 'error' })
    const ada = await signUpPerson(stopping.url)
    const { id } = await ada.api.conversations.create.mutate({})
    await ada.api.prompts.send.mutate({ conversationId: id, input: 'A tutor for algebra who answers in French.' })
    await line.cut()
    const begun = performance.now()
    await stopping.end('SIGTERM')
    expect(performance.now() - begun).toBeLessThan(30_000)
    await line.mend()
  })

  it('keeps an answer that ends during the outage until it can be stored', { timeout: 60_000 }, async () => {
    const ada = await signUpPerson(server.url)
    const { id } = await ada.api.conversations.create.mutate({})
    const socket = await ada.connect()
    await socket.emitWithAck('conversation:join', { conversationId: id })
    const begun = new Promise<void>((resolve) => socket.once('prompt:delta', () => resolve()))
    await ada.api.prompts.send.mutate({ conversationId: id, input: 'A tutor for algebra who answers in French.' })
    await begun
    await line.cut()
    await new Promise((resolve) => setTimeout(resolve, 2_500))
    await line.mend()
    await vi.waitFor(
      async () => {
        const { items } = await ada.api.prompts.list.query({ conversationId: id })
        expect(items.at(-1)).toMatchObject({ status: 'completed', response: expect.stringContaining('French') })
      },
      { timeout: 20_000, interval: 300 },
    )
    socket.close()
  })
})
