import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { onEachEngine } from '@prologue/shared/testing'
import { startProcess, type ServerProcess } from '../testing/startProcess.ts'
import { connect, openDraft, signUpPerson } from '../testing/people.ts'

const kills = 5

onEachEngine('a server killed amid typing', (databaseUrl) => {
  let folder: string
  let server: ServerProcess | undefined

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'prologue-kill-'))
  })
  afterAll(async () => {
    await server?.end('SIGKILL')
    await rm(folder, { recursive: true })
  })

  const start = (port: string) => startProcess({ DATABASE_URL: databaseUrl(), DATA_DIR: folder, PORT: port, LOG_LEVEL: 'error' })

  it('has every acknowledged letter after the restart, and none twice', { timeout: 120_000 }, async () => {
    server = await start('0')
    const { port } = new URL(server.url)
    const ada = await signUpPerson(server.url)
    const { id } = await ada.api.conversations.create.mutate({})
    const conversation = await ada.api.conversations.get.query({ id })
    const socket = await ada.connect()
    const draft = await openDraft(ada, socket, conversation)
    let typed = 0
    let acknowledged = ''
    draft.status.subscribe(({ state, unsent }) => {
      if (state === 'saved' && unsent === 0) acknowledged = draft.text.toJSON()
    })

    for (let kill = 0; kill < kills; kill++) {
      const typing = setInterval(() => draft.text.insert(draft.text.length, `<${typed++}>`), 40)
      await new Promise((resolve) => setTimeout(resolve, 400 + kill * 37))
      await server.end('SIGKILL')
      clearInterval(typing)
      // While the writer is cut off, only the database can tell what it took.
      const promised = acknowledged
      socket.disconnect()
      server = await start(port)
      const survivor = await connect(server.url, ada.cookie)
      const stored = await openDraft(ada, survivor, conversation)
      expect(stored.text.toJSON().startsWith(promised)).toBe(true)
      await stored.destroy()
      survivor.close()

      socket.connect()
      await vi.waitFor(() => expect(draft.status.get()).toMatchObject({ state: 'saved', unsent: 0 }), { timeout: 20_000 })
      // Somebody who comes in now sees what the database has: all that was typed, once, in order.
      const reader = await connect(server.url, ada.cookie)
      const cold = await openDraft(ada, reader, conversation)
      expect(cold.text.toJSON()).toBe(Array.from({ length: typed }, (_, index) => `<${index}>`).join(''))
      await cold.destroy()
      reader.close()
    }
    expect(acknowledged).toContain(`<${typed - 1}>`)
    await draft.destroy()
    socket.close()
  })

  it('keeps what was acknowledged even when the writer is gone too', { timeout: 60_000 }, async () => {
    server = server ?? (await start('0'))
    const { port } = new URL(server.url)
    const ada = await signUpPerson(server.url)
    const { id } = await ada.api.conversations.create.mutate({})
    const conversation = await ada.api.conversations.get.query({ id })
    const socket = await ada.connect()
    const draft = await openDraft(ada, socket, conversation)
    let acknowledged = ''
    draft.status.subscribe(({ state, unsent }) => {
      if (state === 'saved' && unsent === 0) acknowledged = draft.text.toJSON()
    })
    const typing = setInterval(() => draft.text.insert(draft.text.length, 'x'), 50)
    await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(10), { timeout: 10_000 })
    await server.end('SIGKILL')
    clearInterval(typing)
    const promised = acknowledged
    await draft.destroy()
    socket.close()

    server = await start(port)
    const reader = await connect(server.url, ada.cookie)
    const cold = await openDraft(ada, reader, conversation)
    expect(cold.text.toJSON().startsWith(promised)).toBe(true)
    await cold.destroy()
    reader.close()
  })

  it('lets everything under way come to its end on SIGTERM', { timeout: 60_000 }, async () => {
    server = server ?? (await start('0'))
    const { port } = new URL(server.url)
    const ada = await signUpPerson(server.url)
    const { id } = await ada.api.conversations.create.mutate({})
    const conversation = await ada.api.conversations.get.query({ id })
    const socket = await ada.connect()
    const draft = await openDraft(ada, socket, conversation)
    await ada.api.prompts.send.mutate({ conversationId: id, input: 'A tutor for algebra who answers in French.' })
    draft.text.insert(0, 'The last words.')
    await vi.waitFor(() => expect(draft.status.get().state).toBe('saved'))
    expect(await server.end('SIGTERM')).toBe(0)

    server = await start(port)
    const reader = await connect(server.url, ada.cookie)
    const cold = await openDraft(ada, reader, conversation)
    expect(cold.text.toJSON()).toBe('The last words.')
    const { items } = await ada.api.prompts.list.query({ conversationId: id })
    expect(items.at(-1)).toMatchObject({ status: 'cancelled', statusReason: 'The server was stopped.' })
    await Promise.all([draft.destroy(), cold.destroy()])
    socket.close()
    reader.close()
  })
})
