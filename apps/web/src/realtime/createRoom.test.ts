import { createServer } from 'node:http'
import {
  AppError,
  toWireError,
  type ClientToServerEvents,
  type ErrorCode,
  type Presence,
  type PresenceState,
  type ServerToClientEvents,
} from '@prologue/contracts'
import { Server } from 'socket.io'
import { io } from 'socket.io-client'
import { createRoot, createSignal } from 'solid-js'
import { afterEach, expect, test, vi } from 'vitest'
import { createRoom, type RoomListeners } from './createRoom.ts'

const conversationId = '0198a000-0000-7000-8000-000000000001'
const here: PresenceState = { idle: false, typing: false }
const ada: Presence = { id: '0198a000-0000-7000-9000-000000000001', name: 'Ada', colour: '#445566', guest: false, ...here }

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

/** A server that answers the joins with `answers`, one after the other, and lets in when they are used up. */
async function startServer(answers: (ErrorCode | 'ok')[]) {
  const http = createServer()
  const server = new Server<ClientToServerEvents, ServerToClientEvents>(http, {
    // The browser's part of `ws`, which is what this environment finds, cannot serve.
    transports: ['polling'],
    cors: { origin: true },
  })
  let joins = 0
  const told: PresenceState[] = []
  server.on('connection', (socket) => {
    socket.on('presence:update', ({ state }) => told.push(state))
    socket.on('conversation:join', (_input, reply) => {
      joins += 1
      const answer = answers.shift() ?? 'ok'
      if (answer === 'ok') reply({ ok: true, people: [ada], live: [] })
      else reply({ ok: false, error: toWireError(new AppError(answer)) })
    })
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  closing.push(() => server.close())
  const address = http.address()
  if (typeof address !== 'object' || !address) throw new Error('The server has no port')
  return { server, url: `http://127.0.0.1:${address.port}`, joins: () => joins, told }
}

function enterRoom(url: string) {
  const socket = io(url, { transports: ['polling'], forceNew: true, reconnectionDelay: 20, reconnectionDelayMax: 40 })
  const listeners = {
    onPromptChanged: vi.fn<RoomListeners['onPromptChanged']>(),
    onConversationChanged: vi.fn<RoomListeners['onConversationChanged']>(),
    onBranchesChanged: vi.fn<RoomListeners['onBranchesChanged']>(),
    onEntered: vi.fn<RoomListeners['onEntered']>(),
    onReturned: vi.fn<RoomListeners['onReturned']>(),
  }
  const [doing, setDoing] = createSignal(here)
  const [conversation, readAgain] = createSignal({ id: conversationId })
  const { room, leave } = createRoot((dispose) => ({
    room: createRoom(socket, () => conversation().id, doing, listeners),
    leave: dispose,
  }))
  closing.push(() => {
    leave()
    socket.disconnect()
  })
  return { room, socket, listeners, leave, setDoing, readAgain }
}

const eventually = (check: () => unknown) => vi.waitFor(check, { timeout: 10_000, interval: 5 })

test('a passing refusal is asked again until the place is there, and what was missed is read', async () => {
  const { url, joins } = await startServer(['DB_UNAVAILABLE', 'RATE_LIMITED', 'ROOM_FULL'])
  const { room, listeners } = enterRoom(url)
  await eventually(() => expect(room.people()).toEqual([ada]))
  expect(joins()).toBe(4)
  expect(room.closed()).toBeNull()
  expect(listeners.onReturned).toHaveBeenCalledOnce()
})

test('who finds the room full reads why for as long as it is asked again', async () => {
  const { url, joins } = await startServer(['ROOM_FULL', 'ROOM_FULL', 'ROOM_FULL', 'RATE_LIMITED'])
  const { room } = enterRoom(url)
  expect(room.full()).toBe('')
  await eventually(() => expect(room.full()).toBe('This conversation is full. Try again when somebody has left.'))
  await eventually(() => expect(joins()).toBe(2))
  expect(room.full()).not.toBe('')
  await eventually(() => expect(room.people()).toEqual([ada]))
  expect(room.full()).toBe('')
})

test('who was let out and in again has their place when they ask for it, and reads what was missed', async () => {
  const { url, server, joins } = await startServer(['ok', 'NOT_FOUND'])
  const { room, listeners } = enterRoom(url)
  await eventually(() => expect(room.people()).toEqual([ada]))
  room.enterAgain()
  server.emit('conversation:closed', { conversationId, reason: 'conversation-deleted' })
  await eventually(() => expect(room.closed()).toBe('conversation-deleted'))
  expect(joins()).toBe(1)
  room.enterAgain()
  await eventually(() => expect(joins()).toBe(2))
  room.enterAgain()
  await eventually(() => expect(room.closed()).toBeNull())
  expect(joins()).toBe(3)
  expect(listeners.onEntered).toHaveBeenCalledTimes(2)
  expect(listeners.onReturned).toHaveBeenCalledOnce()
})

test('what ended stays told when the place is refused again', async () => {
  const { url, server, joins } = await startServer(['ok', 'NOT_FOUND', 'NOT_FOUND'])
  const { room, socket } = enterRoom(url)
  await eventually(() => expect(room.people()).toEqual([ada]))
  server.emit('conversation:closed', { conversationId, reason: 'conversation-deleted' })
  await eventually(() => expect(room.closed()).toBe('conversation-deleted'))
  socket.io.engine.close()
  await eventually(() => expect(joins()).toBe(2))
  room.enterAgain()
  await eventually(() => expect(joins()).toBe(3))
  expect(room.closed()).toBe('conversation-deleted')
})

test.for(['NOT_FOUND', 'FORBIDDEN'] as const)('%s closes the room and is not asked again', async (code) => {
  const { url, joins } = await startServer([code])
  const { room } = enterRoom(url)
  await eventually(() => expect(room.closed()).toBe('access-ended'))
  expect(joins()).toBe(1)
})

test('the place is taken again after a reconnect, and only then is it known that something was missed', async () => {
  const { url, server } = await startServer([])
  const { room, socket, listeners } = enterRoom(url)
  await eventually(() => expect(room.people()).toEqual([ada]))
  expect(listeners.onReturned).not.toHaveBeenCalled()
  socket.io.engine.close()
  await eventually(() => expect(listeners.onReturned).toHaveBeenCalledOnce())
  server.emit('prompt:changed', { conversationId, promptId: 'one' })
  await eventually(() => expect(listeners.onPromptChanged).toHaveBeenCalledExactlyOnceWith('one'))
})

test('a room that was left hears nothing more', async () => {
  const { url, server } = await startServer([])
  const { room, socket, listeners, leave } = enterRoom(url)
  await eventually(() => expect(room.people()).toEqual([ada]))
  leave()
  const heard = new Promise((resolve) => socket.once('conversation:changed', resolve))
  server.emit('conversation:changed', { conversationId })
  await heard
  expect(listeners.onConversationChanged).not.toHaveBeenCalled()
})

test('what one does is told when it changes, and again after a reconnect', async () => {
  const { url, told } = await startServer([])
  const { room, socket, setDoing } = enterRoom(url)
  await eventually(() => expect(room.people()).toEqual([ada]))
  expect(told).toEqual([])
  setDoing({ idle: false, typing: true })
  setDoing({ idle: false, typing: true })
  await eventually(() => expect(told).toEqual([{ idle: false, typing: true }]))
  setDoing({ idle: true, typing: false })
  await eventually(() => expect(told).toHaveLength(2))
  socket.io.engine.close()
  await eventually(() => expect(told).toHaveLength(3))
  expect(told.at(-1)).toEqual({ idle: true, typing: false })
})

test('what another does is heard', async () => {
  const { url, server } = await startServer([])
  const { room } = enterRoom(url)
  await eventually(() => expect(room.people()).toEqual([ada]))
  server.emit('presence:updated', { conversationId, personId: ada.id, state: { idle: false, typing: true } })
  await eventually(() => expect(room.people()).toEqual([{ ...ada, typing: true }]))
})

test('a conversation that is read again is not left and entered again', async () => {
  const { url, joins } = await startServer([])
  const { room, readAgain } = enterRoom(url)
  await eventually(() => expect(room.people()).toEqual([ada]))
  readAgain({ id: conversationId })
  expect(room.people()).toEqual([ada])
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(joins()).toBe(1)
})
