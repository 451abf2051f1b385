import type { DraftClientSocket } from '@prologue/collab/client'
import { onEachEngine } from '@prologue/shared/testing'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import type { OpenServer } from '../openServer.ts'
import { openTestServer } from '../testing/openTestServer.ts'
import { signUpPerson, type TestPerson } from '../testing/people.ts'
import { quietFor } from './makeListNews.ts'

const soon = { timeout: 3_000 }
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

onEachEngine('the lists of people', (databaseUrl) => {
  let server: OpenServer
  const sockets: DraftClientSocket[] = []

  beforeAll(async () => {
    server = await openTestServer(databaseUrl())
  })
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.close()
  })
  afterAll(() => server.close())

  /** A person at the list of their conversations, with none of them open; `news` collects of which they heard. */
  async function somebody(name: string) {
    const person = await signUpPerson(server.publicUrl, name)
    return { ...person, news: await listenFor(person) }
  }

  async function listenFor(person: TestPerson): Promise<string[]> {
    const socket = await person.connect()
    sockets.push(socket)
    const news: string[] = []
    socket.on('conversations:changed', ({ conversationId }) => news.push(conversationId))
    return news
  }

  /** Ada's conversation with Grace in it, its quiet over and what was heard so far forgotten; Alan is in none. */
  async function together() {
    const [ada, grace, alan] = [await somebody('Ada'), await somebody('Grace'), await somebody('Alan')]
    const { id } = await ada.api.conversations.create.mutate({})
    const { url } = await ada.api.shares.create.mutate({ conversationId: id, role: 'viewer', expiresInDays: null })
    await grace.api.shares.accept.mutate({ token: url.split('/s/')[1] ?? '' })
    await vi.waitFor(() => expect(grace.news).toContain(id), soon)
    await pause(quietFor + 100)
    for (const { news } of [ada, grace, alan]) news.length = 0
    return { id, ada, grace, alan }
  }

  it('hear of a new title, a new state, a message and the end, and nobody else does', async () => {
    const { id, ada, grace, alan } = await together()
    const acts = {
      rename: () => ada.api.conversations.rename.mutate({ id, title: 'A better name' }),
      message: () => ada.api.prompts.send.mutate({ conversationId: id, input: 'A support assistant.' }),
      comment: () => ada.api.comments.add.mutate({ conversationId: id, body: 'Look' }),
      pause: () => ada.api.conversations.setStatus.mutate({ id, status: 'paused' }),
      delete: () => ada.api.conversations.delete.mutate({ id }),
      restore: () => ada.api.conversations.restore.mutate({ id }),
    }
    for (const [name, act] of Object.entries(acts)) {
      for (const { news } of [ada, grace]) news.length = 0
      await act()
      await vi.waitFor(() => expect([name, grace.news, ada.news]).toEqual([name, [id], [id]]), soon)
      await pause(quietFor + 300)
    }
    expect(alan.news).toEqual([])
  }, 30_000)

  it('hear at most once a second of one conversation, and of the last that happened there', async () => {
    const { id, ada, grace } = await together()
    const started = performance.now()
    for (let turn = 1; turn <= 25; turn++) await ada.api.conversations.rename.mutate({ id, title: `Title ${turn}` })
    const seconds = (performance.now() - started) / 1_000
    await pause(quietFor + 300)
    expect(grace.news.length).toBeGreaterThanOrEqual(2)
    expect(grace.news.length).toBeLessThanOrEqual(2 + Math.ceil(seconds))
    const heard = grace.news.length
    await pause(quietFor + 100)
    expect(grace.news).toHaveLength(heard)
    expect((await grace.api.conversations.list.query({})).items).toMatchObject([{ id, title: 'Title 25' }])
  }, 30_000)

  it('an answer that is being written does not move them', async () => {
    const { id, ada, grace } = await together()
    await ada.api.prompts.send.mutate({ conversationId: id, input: 'A support assistant for a bicycle shop, in German.' })
    await vi.waitFor(async () => {
      const { items } = await ada.api.prompts.list.query({ conversationId: id })
      expect(items[0]?.status).toBe('completed')
    }, soon)
    await pause(quietFor + 300)
    // That it was asked for, what came of that within the quiet, and that it is there: each of its many pieces would make more.
    expect(grace.news.length).toBeGreaterThanOrEqual(1)
    expect(grace.news.length).toBeLessThanOrEqual(3)
  }, 30_000)

  it('hear nothing of what is done to a comment that is there', async () => {
    const { id, ada, grace } = await together()
    const comment = await ada.api.comments.add.mutate({ conversationId: id, body: 'Look' })
    await vi.waitFor(() => expect(grace.news).toEqual([id]), soon)
    await pause(quietFor + 300)
    await ada.api.comments.edit.mutate({ id: comment.id, body: 'Look here' })
    await ada.api.comments.resolve.mutate({ id: comment.id })
    await ada.api.comments.reopen.mutate({ id: comment.id })
    await ada.api.comments.delete.mutate({ id: comment.id })
    await ada.api.comments.restore.mutate({ id: comment.id })
    await pause(quietFor + 300)
    expect([grace.news, ada.news]).toEqual([[id], [id]])
  }, 30_000)

  it('of one person agree in two tabs, and what is theirs alone reaches nobody else', async () => {
    const { id, ada, grace } = await together()
    await ada.api.prompts.send.mutate({ conversationId: id, input: 'A support assistant.' })
    await pause(quietFor * 2)
    const second = await listenFor(grace)
    ada.news.length = 0
    expect((await grace.api.conversations.list.query({})).items).toMatchObject([{ id, unread: 1 }])
    await grace.api.conversations.markRead.mutate({ id })
    await vi.waitFor(() => expect(second).toEqual([id]), soon)
    expect((await grace.api.conversations.list.query({})).items).toMatchObject([{ id, unread: 0 }])
    await grace.api.conversations.pin.mutate({ id, pinned: true })
    await vi.waitFor(() => expect(second).toEqual([id, id]), soon)
    expect((await grace.api.conversations.list.query({})).pinned).toMatchObject([{ id }])
    expect(ada.news).toEqual([])
  }, 30_000)
})
