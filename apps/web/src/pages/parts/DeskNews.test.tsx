import { createServer } from 'node:http'
import type { ServerToClientEvents } from '@prologue/contracts'
import { cleanup, render } from '@solidjs/testing-library'
import { QueryClient, QueryClientProvider } from '@tanstack/solid-query'
import { Server, type DefaultEventsMap } from 'socket.io'
import { afterEach, expect, test, vi } from 'vitest'
import { notificationKeys } from '../../features/notifications/queries.ts'
import DeskNews from './DeskNews.tsx'

const place = vi.hoisted(() => ({ url: '' }))
// A page connects to where it came from, by a websocket: here, to a server of the test, in a way this environment knows.
vi.mock(import('socket.io-client'), async (original) => {
  const library = await original()
  const io = () => library.io(place.url, { transports: ['polling'], forceNew: true })
  return { ...library, io: Object.assign(io, library.io) }
})

const closing: (() => unknown)[] = []
afterEach(async () => {
  cleanup()
  for (const close of closing.splice(0).toReversed()) await close()
})

test('at the start, a notice that comes is counted as soon as the page hears of it', async () => {
  const http = createServer()
  const server = new Server<DefaultEventsMap, ServerToClientEvents>(http, { transports: ['polling'], cors: { origin: true } })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  closing.push(() => server.close())
  const address = http.address()
  place.url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`

  const queryClient = new QueryClient()
  const isOld = () => queryClient.getQueryState(notificationKeys.unread)?.isInvalidated
  const readAgain = () => queryClient.setQueryData(notificationKeys.unread, { count: 0 })
  readAgain()
  render(() => (
    <QueryClientProvider client={queryClient}>
      <DeskNews />
    </QueryClientProvider>
  ))
  // What came before the connection was not heard.
  await vi.waitFor(() => expect(isOld()).toBe(true), { timeout: 5_000 })
  readAgain()
  expect(isOld()).toBe(false)
  server.emit('notifications:changed')
  await vi.waitFor(() => expect(isOld()).toBe(true), { timeout: 5_000 })
})
