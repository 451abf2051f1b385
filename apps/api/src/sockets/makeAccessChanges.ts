import { liveSessions, peopleWithAccess, type AccessChanges } from '@prologue/shared'
import type { AppServer, SocketParts } from './createSockets.ts'
import { roomOf } from './roomOf.ts'

/** How often every open place is judged again, whatever was or was not announced, in milliseconds. */
const sweepEvery = 60_000
type Sockets = Awaited<ReturnType<AppServer['fetchSockets']>>

/** How soon a judgement that failed, as with a database that is away, is tried again. */
const retryAfter = 1_000

/** Judges open sockets anew when access changes: who lost it leaves the room, its draft and, signed out, the server. */
export function makeAccessChanges(io: AppServer, { database, drafts, logger }: SocketParts): AccessChanges & { close(): void } {
  const { knex } = database
  const timers = new Set<NodeJS.Timeout>()
  const sweep = setInterval(judgeAll, sweepEvery)
  sweep.unref()
  // A session that ended while its socket came in, was ended before the socket could be found by it.
  io.on('connection', ({ id }) => until(async () => dropEndedSockets(await io.in(id).fetchSockets())))

  function judgeAll(): void {
    until(async () => dropEndedSockets(await io.fetchSockets()))
    until(() => drafts.rejudge(() => true))
    for (const room of io.sockets.adapter.rooms.keys()) {
      const conversationId = roomOf.conversationIdOf(room)
      if (conversationId !== null) until(() => judgeRoom(conversationId))
    }
  }

  /** Does `work`, again and again while it fails. */
  function until(work: () => Promise<void>): void {
    work().catch((error: unknown) => {
      logger.warn({ err: error }, 'Open places could not be judged; it is tried again')
      const timer = setTimeout(() => {
        timers.delete(timer)
        until(work)
      }, retryAfter)
      timers.add(timer.unref())
    })
  }

  async function judgeRoom(conversationId: string): Promise<void> {
    const allowed = await peopleWithAccess(knex, conversationId)
    for (const socket of await io.in(roomOf.conversation(conversationId)).fetchSockets()) {
      if (allowed.has(socket.data.identity.actor.userId)) continue
      socket.emit('conversation:closed', { conversationId, reason: 'access-ended' })
      socket.leave(roomOf.conversation(conversationId))
    }
  }

  async function judgeConversation(conversationId: string): Promise<void> {
    await judgeRoom(conversationId)
    const draft = await knex('drafts').where({ conversationId }).first<{ id: string } | undefined>('id')
    if (draft) await drafts.rejudge((_identity, draftId) => draftId === draft.id)
  }

  async function dropEndedSockets(sockets: Sockets): Promise<void> {
    const live = await liveSessions(
      knex,
      sockets.map(({ data }) => data.identity.actor.sessionId),
    )
    for (const socket of sockets) {
      if (!live.has(socket.data.identity.actor.sessionId)) socket.disconnect(true)
    }
  }

  return {
    conversationChanged: (conversationId) => until(() => judgeConversation(conversationId)),
    sessionEnded: (sessionId) => io.in(roomOf.session(sessionId)).disconnectSockets(true),
    accountChanged: judgeAll,
    close() {
      clearInterval(sweep)
      for (const timer of timers) clearTimeout(timer)
    },
  }
}
