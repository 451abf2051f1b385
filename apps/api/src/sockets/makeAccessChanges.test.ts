import { once } from 'node:events'
import { createServer } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { DraftClientSocket } from '@prologue/collab/client'
import { createDraftServer, type DraftServerOptions } from '@prologue/collab/server'
import { AppError, personColour } from '@prologue/contracts'
import { createDraftStore, makeGenerations, openDatabase, type Database } from '@prologue/shared'
import { buildConversation, onEachEngine, openWorld, signedUp, type World } from '@prologue/shared/testing'
import { pino } from 'pino'
import { Server } from 'socket.io'
import { io as connectTo } from 'socket.io-client'
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest'
import { portOf } from '../portOf.ts'
import type { AppServer, AppSocket, Identity } from './createSockets.ts'
import { makeMetrics } from '../metrics/makeMetrics.ts'
import { makeAccessChanges } from './makeAccessChanges.ts'
import { makePresenceNews } from './presence.ts'
import { roomOf } from './roomOf.ts'

/** How soon an open page hears that access has ended, in milliseconds. */
const soon = 2_000
type Access = DraftServerOptions<Identity>['access']
const none: Access = () => Promise.reject(new Error('None'))

onEachEngine('when access changes', (databaseUrl) => {
  let world: World
  beforeAll(async () => {
    world = await openWorld(databaseUrl())
  })
  afterAll(() => world.close())

  async function listen({ database = world.database, access = none }: { database?: Database; access?: Access } = {}) {
    const http = createServer().listen(0, '127.0.0.1')
    const io: AppServer = new Server(http, { transports: ['websocket'] })
    const warnings: string[] = []
    const logger = pino({ level: 'warn' }, { write: (line: string) => warnings.push(line) })
    const drafts = createDraftServer<Identity>({ store: createDraftStore(world.database), access, logger })
    const parts = {
      env: { trustProxy: 0 },
      database,
      drafts,
      generations: makeGenerations(),
      logger,
      metrics: makeMetrics(database),
    }
    const changes = makeAccessChanges(io, makePresenceNews(io), parts)
    await once(http, 'listening')
    onTestFinished(async () => {
      changes.close()
      await io.close()
      await drafts.close()
    })
    const connect = () => {
      const url = `http://127.0.0.1:${portOf(http)}`
      const socket: DraftClientSocket = connectTo(url, { transports: ['websocket'], forceNew: true, reconnection: false })
      onTestFinished(() => void socket.close())
      return socket
    }
    return { io, drafts, changes, warnings, connect }
  }

  /** What a socket of somebody who is signed in begins with. */
  async function somebody() {
    const { ctx, sessionId } = await signedUp(world)
    const { actor } = ctx
    if (actor.kind !== 'user') throw new Error('Somebody is signed in')
    const data: AppSocket['data'] = { identity: { actor }, address: null, endsAt: null, shown: {} }
    return { data, sessionId }
  }

  it('a session that ends in the moment in which its socket comes in, closes it all the same', async () => {
    const { data, sessionId } = await somebody()
    const { io, changes, connect } = await listen()
    io.use(async (socket, next) => {
      socket.data = data
      // Judged, and not yet in the room of its session, where the news of the end would find it.
      await world.database.knex('sessions').where({ id: sessionId }).delete()
      changes.sessionEnded(sessionId)
      next()
    })
    io.on('connection', (socket) => void socket.join(roomOf.session(sessionId)))
    const socket = connect()
    const gone = new Promise((resolve) => socket.once('disconnect', resolve))
    expect(await Promise.race([gone, wait(soon, 'It is open still')])).toBe('io server disconnect')
  })

  it('a draft closes for who lost it within two seconds, also when the question whether they did fails once', async () => {
    const { data } = await somebody()
    const { id: conversationId, draftId } = await buildConversation(world)
    const { userId: id, name } = data.identity.actor
    const answers = [new AppError('DB_UNAVAILABLE'), new AppError('NOT_FOUND')]
    let asked = 0
    const { io, drafts, changes, connect } = await listen({
      access: async () => {
        const error = answers[asked++ - 1]
        if (error) throw error
        return { person: { id, name, colour: personColour(id), guest: false }, role: 'editor', canWrite: true }
      },
    })
    io.use((socket, next) => {
      socket.data = data
      next()
    })
    io.on('connection', drafts.attach)
    const socket = connect()
    const opened = await socket.emitWithAck('draft:open', { draftId, epoch: 1, clientId: 1, stateVector: 'AA==' })
    expect(opened).toMatchObject({ ok: true })
    const closed = new Promise((resolve) => socket.once('draft:closed', resolve))
    changes.conversationChanged(conversationId)
    const told = await Promise.race([closed, wait(soon, 'It is open still')])
    expect(told).toEqual({ draftId, reason: 'access-ended' })
  })

  it('what cannot be judged while the database is away is tried again once at a time, however often it is asked for', async () => {
    const database = await openDatabase(databaseUrl())
    await database.close()
    const { changes, warnings } = await listen({ database })
    const asked = 5
    for (let number = 0; number < asked; number++) changes.conversationChanged('0198a000-0000-7000-8000-000000000001')
    await vi.waitFor(() => expect(warnings.length).toBeGreaterThan(asked), { timeout: 10_000 })
    expect(warnings).toHaveLength(asked + 1)
  })
})
