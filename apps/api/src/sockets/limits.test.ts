import { errorCatalogue, limits, type Conversation } from '@prologue/contracts'
import type { DraftClientSocket } from '@prologue/collab/client'
import { io } from 'socket.io-client'
import { afterEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { onSqliteServer } from '../testing/onEachServer.ts'
import { openDraft, signUpPerson, type TestPerson } from '../testing/people.ts'

const { url } = onSqliteServer()
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
async function openTab({ cookie }: TestPerson, number: number): Promise<DraftClientSocket> {
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

describe('a room of 200', () => {
  it('lets nobody else in, says so, and does as soon as somebody leaves', { timeout: 120_000 }, async () => {
    const { ada, conversation } = await alone()
    const here: DraftClientSocket[] = []
    for (let number = 0; number < limits.peoplePerRoom; number++) {
      const socket = await openTab(ada, number)
      here.push(socket)
      const answers = [
        await socket.emitWithAck('conversation:join', { conversationId: conversation.id }),
        await enter(socket, conversation),
      ]
      expect(answers.map(({ ok }) => ok)).toEqual([true, true])
    }
    const late = await openTab(ada, limits.peoplePerRoom)
    const full = { ok: false, error: { code: 'ROOM_FULL', message: errorCatalogue.ROOM_FULL.message } }
    expect(await late.emitWithAck('conversation:join', { conversationId: conversation.id })).toMatchObject(full)
    expect(await enter(late, conversation)).toMatchObject(full)

    here[0]?.close()
    await vi.waitFor(async () => {
      expect(await late.emitWithAck('conversation:join', { conversationId: conversation.id })).toMatchObject({ ok: true })
      expect(await enter(late, conversation)).toMatchObject({ ok: true })
    })
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
