import { liveSessions, peopleWithAccess, type AccessChanges } from '@prologue/shared'
import type { AppServer, AppSocket, SocketParts } from './createSockets.ts'
import { announcePresence } from './presence.ts'
import { roomOf } from './roomOf.ts'

/** How often every open place is judged again, whatever was or was not announced, in milliseconds. */
const sweepEvery = 60_000
/** What a timer can wait, in milliseconds. */
const longestTimer = 2 ** 31 - 2
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
  io.on('connection', (socket) => {
    const judge = () => until(async () => dropEndedSockets(await io.in(socket.id).fetchSockets()))
    judge()
    judgeAtItsEnd(socket, judge)
  })

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
    let left = false
    for (const socket of await io.in(roomOf.conversation(conversationId)).fetchSockets()) {
      if (allowed.has(socket.data.identity.actor.userId)) continue
      tellClosed(socket, conversationId)
      socket.leave(roomOf.conversation(conversationId))
      delete socket.data.shown[conversationId]
      left = true
    }
    if (left) await announcePresence(io, conversationId)
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
      if (!live.has(socket.data.identity.actor.sessionId)) drop(socket)
    }
  }

  return {
    conversationChanged: (conversationId) => until(() => judgeConversation(conversationId)),
    sessionEnded: (sessionId) =>
      until(async () => {
        for (const socket of await io.in(roomOf.session(sessionId)).fetchSockets()) drop(socket)
      }),
    accountChanged: judgeAll,
    close() {
      clearInterval(sweep)
      for (const timer of timers) clearTimeout(timer)
    },
  }
}

function tellClosed(socket: Sockets[number], conversationId: string): void {
  socket.emit('conversation:closed', { conversationId, reason: 'access-ended' })
}

/** The session of a guest ends with their link, which nobody announces. */
function judgeAtItsEnd(socket: AppSocket, judge: () => void): void {
  const { endsAt } = socket.data
  const left = endsAt === null ? Infinity : endsAt.getTime() - Date.now()
  // What ends after the next sweeps is found by them.
  if (left > longestTimer) return
  const timer = setTimeout(judge, left + 1)
  socket.once('disconnect', () => clearTimeout(timer))
}

/** A guest cannot sign in again: before the line is cut theirs is told that access has ended. */
function drop(socket: Sockets[number]): void {
  const { identity, shown } = socket.data
  if (identity.actor.role === 'guest') for (const id of Object.keys(shown)) tellClosed(socket, id)
  socket.disconnect(true)
}
