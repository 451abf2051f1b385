import type { DraftClientSocket } from '@prologue/collab/client'
import { onEachEngine } from '@prologue/shared/testing'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import type { OpenServer } from '../openServer.ts'
import { openTestServer } from '../testing/openTestServer.ts'
import { signUpPerson, type TestPerson } from '../testing/people.ts'

const soon = { timeout: 3_000 }
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
/** How often at most a thing is told that changed all the while: at once, four times a second, and once for the last. */
const atMost = (milliseconds: number) => 2 + Math.ceil(milliseconds / 250)

onEachEngine('what a room is told', (databaseUrl) => {
  let server: OpenServer
  const sockets: DraftClientSocket[] = []

  beforeAll(async () => {
    server = await openTestServer(databaseUrl())
  })
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.close()
  })
  afterAll(() => server.close())

  /** Ada's conversation with a page of hers in its room; `heard` collects the events in their order. */
  async function roomOfAda() {
    const ada = await signUpPerson(server.publicUrl, 'Ada')
    const { id } = await ada.api.conversations.create.mutate({})
    return { ada, id, heard: await listenIn(ada, id) }
  }

  async function listenIn(person: TestPerson, conversationId: string) {
    const socket = await person.connect()
    sockets.push(socket)
    const heard: { event: string; about: string; at: number }[] = []
    socket.onAny((event: string, about?: { promptId?: string }) =>
      heard.push({ event, about: about?.promptId ?? '', at: performance.now() }),
    )
    await socket.emitWithAck('conversation:join', { conversationId })
    return heard
  }

  it('of one thing that changes all the time, is told at most about four times a second, and of the last change always', async () => {
    const { ada, id, heard } = await roomOfAda()
    const promptId = await answered(ada, id)
    const acts = {
      'prompt:changed': (turn: number) => ada.api.prompts.react.mutate({ id: promptId, emoji: '👍', on: turn % 2 === 1 }),
      'conversation:changed': (turn: number) => ada.api.conversations.rename.mutate({ id, title: `Title ${turn}` }),
      'comments:changed': (turn: number) =>
        ada.api.comments.add.mutate({ conversationId: id, body: `Comment ${turn}`, mentions: [] }),
    }
    for (const [event, act] of Object.entries(acts)) {
      const { last, took, times } = await again(heard, event, act)
      expect(times.length, event).toBeLessThanOrEqual(atMost(took))
      expect(times.at(-1), event).toBeGreaterThan(last)
    }
  }, 60_000)

  it('an answer is told whole before it is told that it ended', async () => {
    const { ada, id, heard } = await roomOfAda()
    const promptId = await answered(ada, id)
    await pause(600)
    const events = heard.filter(({ about }) => about === promptId).map(({ event }) => event)
    expect(events[0]).toBe('prompt:changed')
    expect(events).toContain('prompt:delta')
    expect(events.at(-1)).toBe('prompt:changed')
  }, 30_000)

  it('who is there is told at most about four times a second while many come, and all of them in the end', async () => {
    const { ada, id } = await roomOfAda()
    const told: number[] = []
    const own = sockets.at(-1)
    own?.on('presence:changed', ({ people }) => told.push(people.length))
    const { url } = await ada.api.shares.create.mutate({ conversationId: id, role: 'viewer', expiresInDays: null })
    const others: DraftClientSocket[] = []
    for (let turn = 0; turn < 12; turn++) {
      const person = await signUpPerson(server.publicUrl, `Person ${turn}`)
      await person.api.shares.accept.mutate({ token: url.split('/s/')[1] ?? '' })
      others.push(await person.connect())
    }
    sockets.push(...others)
    await pause(400)
    told.length = 0
    const started = performance.now()
    await Promise.all(others.map((socket) => socket.emitWithAck('conversation:join', { conversationId: id })))
    const took = performance.now() - started
    await vi.waitFor(() => expect(told.at(-1)).toBe(13), soon)
    await pause(400)
    expect(told.length).toBeLessThanOrEqual(atMost(took))
  }, 60_000)

  it('one person is told of notifications at most once a second, and of the last always', async () => {
    const { ada, id, heard } = await roomOfAda()
    const grace = await signUpPerson(server.publicUrl, 'Grace')
    const { url } = await ada.api.shares.create.mutate({ conversationId: id, role: 'editor', expiresInDays: null })
    await grace.api.shares.accept.mutate({ token: url.split('/s/')[1] ?? '' })
    const hers = await listenIn(grace, id)
    const started = performance.now()
    for (let turn = 1; turn <= 8; turn++) {
      const role = turn % 2 ? 'viewer' : 'editor'
      await ada.api.participants.setRole.mutate({ conversationId: id, userId: grace.account.id, role })
    }
    const took = performance.now() - started
    await pause(1_200)
    const told = hers.filter(({ event }) => event === 'notifications:changed').length
    expect(told).toBeGreaterThanOrEqual(2)
    expect(told).toBeLessThanOrEqual(2 + Math.ceil(took / 1_000))
    expect(heard.map(({ event }) => event)).not.toContain('notifications:changed')
  }, 30_000)
})

/** Does it twenty times without a pause. Answers when the event was heard, when the last act began, and how long all took. */
async function again(heard: readonly { event: string; at: number }[], event: string, act: (turn: number) => Promise<unknown>) {
  await pause(400)
  const started = performance.now()
  let last = started
  for (let turn = 1; turn <= 20; turn++) {
    last = performance.now()
    await act(turn)
  }
  const took = performance.now() - started
  await pause(600)
  return { last, took, times: heard.filter((one) => one.event === event && one.at > started).map(({ at }) => at) }
}

async function answered(ada: TestPerson, conversationId: string): Promise<string> {
  const { id } = await ada.api.prompts.send.mutate({ conversationId, input: 'A support assistant.' })
  await vi.waitFor(async () => {
    const { items } = await ada.api.prompts.list.query({ conversationId })
    expect(items[0]?.status).toBe('completed')
  }, soon)
  return id
}
