import { createServer } from 'node:http'
import { draftTextName, type DraftClientSocket } from '@prologue/collab/client'
import {
  AppError,
  toWireError,
  type ClientToServerEvents,
  type ParticipantRole,
  type ServerToClientEvents,
} from '@prologue/contracts'
import { Server } from 'socket.io'
import { io } from 'socket.io-client'
import { createRoot } from 'solid-js'
import { afterEach, expect, test, vi } from 'vitest'
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from 'yjs'
import { createLiveDraft, reopenOnEntering } from './createLiveDraft.ts'

const draftId = '0198a000-0000-7000-8000-000000000001'
const personId = '0198a000-0000-7000-9000-000000000001'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

const inBase64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const fromBase64 = (text: string) => Uint8Array.from(Buffer.from(text, 'base64'))

/** A draft on a server that lets Ada in with the role she has just now. */
async function startDraft() {
  const http = createServer()
  const server = new Server<ClientToServerEvents, ServerToClientEvents>(http, {
    // The browser's part of `ws`, which is what this environment finds, cannot serve.
    transports: ['polling'],
    cors: { origin: true },
  })
  const doc = new Doc()
  let sequence = 0
  let role: ParticipantRole | null = 'editor'
  const refusal = { ok: false as const, error: toWireError(new AppError('NOT_FOUND')) }
  server.on('connection', (socket) => {
    socket.on('draft:open', ({ stateVector }, reply) => {
      if (!role) return reply(refusal)
      reply({
        ok: true,
        update: inBase64(encodeStateAsUpdate(doc, fromBase64(stateVector))),
        stateVector: inBase64(encodeStateVector(doc)),
        sequence,
        role,
        canWrite: role === 'editor',
        awareness: [],
      })
    })
    socket.on('draft:push', ({ update }, reply) => {
      if (role !== 'editor') return reply(refusal)
      applyUpdate(doc, fromBase64(update))
      reply({ ok: true, sequence: ++sequence })
    })
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  closing.push(() => server.close())
  const address = http.address()
  if (typeof address !== 'object' || !address) throw new Error('The server has no port')
  const socket: DraftClientSocket = io(`http://127.0.0.1:${address.port}`, { transports: ['polling'], forceNew: true })
  closing.push(() => socket.disconnect())
  const draft = createRoot((dispose) => {
    closing.push(dispose)
    return createLiveDraft(socket, () => ({ id: draftId, epoch: 1, personId }))
  })
  const setRole = (next: ParticipantRole | null) => {
    role = next
    if (next) server.emit('draft:role', { draftId, role: next, canWrite: next === 'editor' })
    else server.emit('draft:closed', { draftId, reason: 'access-ended' })
  }
  const live = () => {
    const now = draft()
    if (!now) throw new Error('There is no draft')
    return now
  }
  return { live, setRole, read: () => doc.getText(draftTextName).toJSON() }
}

const eventually = (check: () => unknown) => vi.waitFor(check, { timeout: 10_000, interval: 5 })

test('who is let in again goes on in the draft, and what was not sent before is sent, though this browser keeps no copy', async () => {
  expect(globalThis.indexedDB).toBeUndefined()
  const { live, setRole, read } = await startDraft()
  await eventually(() => expect(live().status().canWrite).toBe(true))
  live().client.text.insert(0, 'Be kind.')
  await eventually(() => expect(live().status().state).toBe('saved'))
  setRole('viewer')
  await eventually(() => expect(live().status().canWrite).toBe(false))
  live().client.text.insert(8, ' Be brief.')
  setRole(null)
  await eventually(() => expect(live().status()).toMatchObject({ closedBecause: 'access-ended', unsent: 1 }))
  setRole('editor')
  reopenOnEntering(live())
  expect(live().client.text.toJSON()).toBe('Be kind. Be brief.')
  await eventually(() => expect(live().status()).toMatchObject({ state: 'saved', unsent: 0 }))
  expect(read()).toBe('Be kind. Be brief.')
})

test('a draft that is open is not opened again by entering the room', async () => {
  const { live } = await startDraft()
  await eventually(() => expect(live().status().state).toBe('saved'))
  const before = live()
  reopenOnEntering(before)
  expect(live()).toBe(before)
})

test('what is to be discarded does not come back', async () => {
  const { live, setRole, read } = await startDraft()
  await eventually(() => expect(live().status().canWrite).toBe(true))
  setRole('viewer')
  await eventually(() => expect(live().status().canWrite).toBe(false))
  live().client.text.insert(0, 'Not this.')
  await live().reopen({ discard: true })
  setRole('editor')
  await eventually(() => expect(live().status()).toMatchObject({ state: 'saved', canWrite: true }))
  expect(live().client.text.toJSON()).toBe('')
  expect(read()).toBe('')
})
