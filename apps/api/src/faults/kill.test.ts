import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Conversation } from '@prologue/contracts'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { onEachEngine } from '@prologue/shared/testing'
import { startProcess, type ServerProcess } from '../testing/startProcess.ts'
import { connect, openDraft, signUpPerson, type TestPerson } from '../testing/people.ts'

const kills = 5

/** Somebody new with an open draft. */
async function startWriting({ url }: ServerProcess) {
  const ada = await signUpPerson(url)
  const { id } = await ada.api.conversations.create.mutate({})
  const conversation = await ada.api.conversations.get.query({ id })
  const socket = await ada.connect()
  return { ada, conversation, socket, draft: await openDraft(ada, socket, conversation) }
}

/** What somebody sees who comes in now and brings nothing: the text as the database has it. */
async function storedText({ url }: ServerProcess, ada: TestPerson, conversation: Conversation): Promise<string> {
  const socket = await connect(url, ada.cookie)
  const draft = await openDraft(ada, socket, conversation)
  const text = draft.text.toJSON()
  await draft.destroy()
  socket.close()
  return text
}

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
    const { ada, conversation, socket, draft } = await startWriting(server)
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
      const promised = acknowledged
      // While the writer is cut off, only the database can tell what it took.
      socket.disconnect()
      server = await start(port)
      expect((await storedText(server, ada, conversation)).startsWith(promised)).toBe(true)

      socket.connect()
      await vi.waitFor(() => expect(draft.status.get()).toMatchObject({ state: 'saved', unsent: 0 }), { timeout: 20_000 })
      const all = Array.from({ length: typed }, (_, index) => `<${index}>`).join('')
      expect(await storedText(server, ada, conversation)).toBe(all)
    }
    expect(acknowledged).toContain(`<${typed - 1}>`)
    await draft.destroy()
    socket.close()
  })

  it('lets everything under way come to its end on SIGTERM', { timeout: 60_000 }, async () => {
    server ??= await start('0')
    const { port } = new URL(server.url)
    const { ada, conversation, socket, draft } = await startWriting(server)
    const conversationId = conversation.id
    await ada.api.prompts.send.mutate({ conversationId, input: 'A tutor for algebra who answers in French.' })
    draft.text.insert(0, 'The last words.')
    await vi.waitFor(() => expect(draft.status.get().state).toBe('saved'))
    expect(await server.end('SIGTERM')).toBe(0)
    await draft.destroy()
    socket.close()

    server = await start(port)
    expect(await storedText(server, ada, conversation)).toBe('The last words.')
    const { items } = await ada.api.prompts.list.query({ conversationId })
    expect(items.at(-1)).toMatchObject({ status: 'cancelled', statusReason: 'The server was stopped.' })
  })
})
