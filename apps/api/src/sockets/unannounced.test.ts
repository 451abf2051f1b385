import type { DraftClientSocket } from '@prologue/collab/client'
import { openWorld, onEachEngine, type World } from '@prologue/shared/testing'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { OpenServer } from '../openServer.ts'
import { openTestServer } from '../testing/openTestServer.ts'
import { signUpPerson } from '../testing/people.ts'

const minute = 60_000
const day = 1_440 * minute

/** What ends a session without any word to the process that holds its socket. */
const ends: Record<string, (sessions: ReturnType<World['database']['knex']>) => Promise<unknown>> = {
  'was ended by another process': (session) => session.delete(),
  'was not used for too long': (session) => session.update({ expiresAt: new Date(Date.now() - 1) }),
  'began ninety days ago': (session) => session.update({ createdAt: new Date(Date.now() - 90 * day) }),
}

onEachEngine('an open socket of which nobody hears that its session', (databaseUrl) => {
  let server: OpenServer
  let world: World
  const sockets: DraftClientSocket[] = []

  beforeAll(async () => {
    // Before the server is opened, which begins to look around then.
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    server = await openTestServer(databaseUrl())
    world = await openWorld(databaseUrl())
  })
  afterAll(async () => {
    for (const socket of sockets) socket.close()
    await server.close()
    await world.close()
    vi.useRealTimers()
  })

  async function somebody() {
    const person = await signUpPerson(server.publicUrl)
    const socket = await person.connect()
    sockets.push(socket)
    return { id: person.account.id, socket }
  }

  it.each(Object.entries(ends))('%s, is closed within a minute', async (_name, end) => {
    const [gone, stays] = [await somebody(), await somebody()]
    await end(world.database.knex('sessions').where({ userId: gone.id }))
    await vi.advanceTimersByTimeAsync(minute)
    await vi.waitFor(() => expect(gone.socket.connected).toBe(false), { timeout: 5_000 })
    expect(stays.socket.connected).toBe(true)
  })
})
