import { errorCatalogue, limits, type Conversation } from '@prologue/contracts'
import type { DraftClientSocket } from '@prologue/collab/client'
import { openSession } from '@prologue/shared'
import { buildParticipant, ctxOf } from '@prologue/shared/testing'
import { io } from 'socket.io-client'
import { afterEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { onSqliteServer } from '../testing/onEachServer.ts'
import { openDraft, signUpPerson, type TestPerson } from '../testing/people.ts'

const { url, world } = onSqliteServer()
const sockets: DraftClientSocket[] = []
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.close()
})

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

async function alone() {
  const ada = await signUpPerson(url())
  const { id } = await ada.api.conversations.create.mutate({})
  return { ada, conversation: await ada.api.conversations.get.query({ id }) }
}

/** One more tab of somebody, from an address of its own. */
async function openTab({ cookie }: Pick<TestPerson, 'cookie'>, number: number): Promise<DraftClientSocket> {
  const headers = { origin: url(), cookie: cookie.value, 'x-forwarded-for': `198.51.100.${number % 250}` }
  const socket: DraftClientSocket = io(url(), { transports: ['websocket'], forceNew: true, extraHeaders: headers })
  sockets.push(socket)
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject))
  return socket
}

const enter = (socket: DraftClientSocket, { draft }: Conversation, doc = new Y.Doc()) =>
  socket.timeout(20_000).emitWithAck('draft:open', {
    draftId: draft.id,
    epoch: draft.epoch,
    clientId: doc.clientID,
    stateVector: base64(Y.encodeStateVector(doc)),
  })

const comeIn = async (socket: DraftClientSocket, conversation: Conversation) => [
  await socket.emitWithAck('conversation:join', { conversationId: conversation.id }),
  await enter(socket, conversation),
]
const both = (answer: object) => [expect.objectContaining(answer), expect.objectContaining(answer)]
const full = (message: string) => both({ ok: false, error: expect.objectContaining({ code: 'ROOM_FULL', message }) })

/** Somebody in the conversation, signed in. */
async function participant({ id }: Conversation): Promise<Pick<TestPerson, 'cookie'>> {
  const { id: userId } = await buildParticipant(world(), id, 'editor')
  const { id: token } = await openSession(ctxOf(world()), userId)
  return { cookie: { value: `prologue=${token}` } }
}

describe('a room of 200', () => {
  it('people lets nobody else in, says so, and does as soon as somebody leaves', { timeout: 120_000 }, async () => {
    const { ada, conversation } = await alone()
    const first = await openTab(ada, 0)
    expect(await comeIn(first, conversation)).toEqual(both({ ok: true }))
    for (let number = 1; number < limits.peoplePerRoom; number++) {
      const socket = await openTab(await participant(conversation), number)
      expect(await comeIn(socket, conversation)).toEqual(both({ ok: true }))
    }
    const late = await openTab(await participant(conversation), limits.peoplePerRoom)
    expect(await comeIn(late, conversation)).toEqual(full(errorCatalogue.ROOM_FULL.message))
    // Who is there takes nobody's place with a second page.
    const second = await openTab(ada, 1)
    expect(await comeIn(second, conversation)).toEqual(both({ ok: true }))

    first.close()
    second.close()
    await vi.waitFor(async () => expect(await comeIn(late, conversation)).toEqual(both({ ok: true })))
  })

  it('people has room for twenty pages of each', async () => {
    const { ada, conversation } = await alone()
    for (let number = 0; number < limits.pagesPerPerson; number++) {
      expect(await comeIn(await openTab(ada, number), conversation)).toEqual(both({ ok: true }))
    }
    const late = await comeIn(await openTab(ada, 0), conversation)
    expect(late).toEqual(full(expect.stringContaining('open 20 times. Close one')))
  })
})

describe('a draft of 2 MB', () => {
  it('takes no more, says so, keeps what was written in the browser and takes it once it is shorter', async () => {
    const { ada, conversation } = await alone()
    const socket = await openTab(ada, 1)
    const draft = await openDraft(ada, socket, conversation)
    const refusals: unknown[] = []
    draft.status.subscribe(({ closedBecause }) => refusals.push(closedBecause))
    draft.text.insert(0, 'x'.repeat(limits.draftBytes + 100_000))
    await vi.waitFor(() => expect(refusals).toContain('TOO_LARGE'), { timeout: 20_000 })
    expect(draft.text.length).toBe(limits.draftBytes + 100_000)
    expect(draft.status.get().unsent).toBeGreaterThan(0)

    draft.text.delete(1_000, draft.text.length - 1_000)
    await vi.waitFor(() => expect(draft.status.get()).toMatchObject({ state: 'saved', unsent: 0, closedBecause: null }), {
      timeout: 20_000,
    })
    const late = await openDraft(ada, await openTab(ada, 2), conversation)
    expect(late.text.toJSON()).toBe('x'.repeat(1_000))
    await Promise.all([draft.destroy(), late.destroy()])
  })
})

describe('30 updates a second', () => {
  it('are taken of one socket; what is over is refused with words and is no part of the text', async () => {
    const { ada, conversation } = await alone()
    const socket = await openTab(ada, 1)
    const doc = new Y.Doc()
    await enter(socket, conversation, doc)
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    for (let letter = 0; letter < limits.draftPushesPerSecond * 3; letter++) doc.getText('draft').insert(letter, 'x')
    const answers = await Promise.all(
      updates.map((update) => socket.emitWithAck('draft:push', { draftId: conversation.draft.id, update: base64(update) })),
    )
    const taken = answers.filter(({ ok }) => ok).length
    const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.error]))
    expect(taken).toBeLessThanOrEqual(limits.draftPushesPerSecond * 2 + 5)
    expect(refused.length).toBeGreaterThan(0)
    for (const { code, message } of refused)
      expect([code, message]).toEqual(['RATE_LIMITED', errorCatalogue.RATE_LIMITED.message])
    const reader = await openDraft(ada, await openTab(ada, 2), conversation)
    expect(reader.text.toJSON()).toBe('x'.repeat(taken))
    await reader.destroy()
  })

  it('are what our own client keeps to: whoever types faster loses nothing', async () => {
    const { ada, conversation } = await alone()
    const socket = await openTab(ada, 1)
    let pushes = 0
    socket.onAnyOutgoing((event: string) => (pushes += event === 'draft:push' ? 1 : 0))
    const draft = await openDraft(ada, socket, conversation)
    const began = performance.now()
    for (let letter = 0; letter < 300; letter++) {
      draft.text.insert(letter, 'x')
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await vi.waitFor(() => expect(draft.status.get()).toMatchObject({ state: 'saved', unsent: 0 }))
    const seconds = (performance.now() - began) / 1_000
    expect(pushes).toBeLessThanOrEqual(limits.draftPushesPerSecond * seconds + 2)
    const reader = await openDraft(ada, await openTab(ada, 2), conversation)
    expect(reader.text.toJSON()).toBe('x'.repeat(300))
    await Promise.all([draft.destroy(), reader.destroy()])
  })
})
