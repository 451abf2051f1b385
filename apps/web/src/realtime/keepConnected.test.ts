import { createServer } from 'node:http'
import { AppError, toWireError, type ErrorCode } from '@prologue/contracts'
import { Server } from 'socket.io'
import { io } from 'socket.io-client'
import { afterEach, expect, test, vi } from 'vitest'
import { keepConnected } from './keepConnected.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

/** A server that refuses whoever knocks with `refusals`, one after the other, and lets in when they are used up. */
async function knockAt(refusals: ErrorCode[]) {
  const http = createServer()
  // The browser's part of `ws`, which is what this environment finds, cannot serve.
  const server = new Server(http, { transports: ['polling'], cors: { origin: true } })
  server.use((_socket, next) => {
    const code = refusals.shift()
    next(code && Object.assign(new Error(code), { data: toWireError(new AppError(code)) }))
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  closing.push(() => server.close())
  const address = http.address()
  if (typeof address !== 'object' || !address) throw new Error('The server has no port')
  const socket = io(`http://127.0.0.1:${address.port}`, { transports: ['polling'], forceNew: true })
  const onSignedOut = vi.fn<() => void>()
  const stop = keepConnected(socket, onSignedOut)
  closing.push(() => {
    stop()
    socket.disconnect()
  })
  return { server, socket, onSignedOut }
}

const eventually = (check: () => unknown) => vi.waitFor(check, { timeout: 10_000, interval: 5 })

test('who was refused while the database was away comes in later', async () => {
  const { socket, onSignedOut } = await knockAt(['DB_UNAVAILABLE', 'INTERNAL'])
  await eventually(() => expect(socket.connected).toBe(true))
  expect(onSignedOut).not.toHaveBeenCalled()
})

test('who was sent away comes again, and is told when that is for the session', async () => {
  const refusals: ErrorCode[] = []
  const { server, socket, onSignedOut } = await knockAt(refusals)
  await eventually(() => expect(socket.connected).toBe(true))
  refusals.push('UNAUTHENTICATED')
  server.disconnectSockets()
  await eventually(() => expect(onSignedOut).toHaveBeenCalledOnce())
})
