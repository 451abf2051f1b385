import { once } from 'node:events'
import { createServer } from 'node:http'
import { createDraftServer } from '@prologue/collab/server'
import { createDraftStore, makeGenerations } from '@prologue/shared'
import { onEachDatabase, signedUp } from '@prologue/shared/testing'
import { pino } from 'pino'
import { Server } from 'socket.io'
import { io as connectTo } from 'socket.io-client'
import { expect, it } from 'vitest'
import type { AppServer, Identity } from './createSockets.ts'
import { portOf } from '../portOf.ts'
import { makeAccessChanges } from './makeAccessChanges.ts'
import { makePresenceNews } from './presence.ts'
import { roomOf } from './roomOf.ts'

const logger = pino({ level: 'silent' })

onEachDatabase('a session that ends', (world) => {
  it('in the moment in which its socket comes in, closes it all the same', async () => {
    const { ctx, sessionId } = await signedUp(world())
    const { actor } = ctx
    if (actor.kind !== 'user') throw new Error('Somebody is signed in')
    const http = createServer().listen(0, '127.0.0.1')
    const io: AppServer = new Server(http, { transports: ['websocket'] })
    const drafts = createDraftServer<Identity>({
      store: createDraftStore(world().database),
      access: () => Promise.reject(new Error('None')),
      logger,
    })
    const parts = { env: { trustProxy: 0 }, database: world().database, drafts, generations: makeGenerations(), logger }
    const access = makeAccessChanges(io, makePresenceNews(io), parts)
    io.use(async (socket, next) => {
      socket.data = { identity: { actor }, address: null, endsAt: null, shown: {} }
      // Judged, and not yet in the room of its session, where the news of the end would find it.
      await world().database.knex('sessions').where({ id: sessionId }).delete()
      access.sessionEnded(sessionId)
      next()
    })
    io.on('connection', (socket) => void socket.join(roomOf.session(sessionId)))
    await once(http, 'listening')
    const socket = connectTo(`http://127.0.0.1:${portOf(http)}`, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
    })
    try {
      const reason = await new Promise((resolve) => {
        socket.once('disconnect', resolve)
        setTimeout(() => resolve('It is open still'), 2_000)
      })
      expect(reason).toBe('io server disconnect')
    } finally {
      socket.close()
      access.close()
      await io.close()
      await drafts.close()
    }
  })
})
