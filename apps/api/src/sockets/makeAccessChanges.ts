import type { RoomCloseReason } from '@prologue/contracts'
import { liveSessions, peopleWithAccess, type AccessChanges } from '@prologue/shared'
import type { AppServer, SocketParts } from './createSockets.ts'
import type { PresenceNews } from './presence.ts'
import { roomOf } from './roomOf.ts'

/** How often every open place is judged again, whatever was or was not announced, in milliseconds. */
const sweepEvery = 60_000
/** What a timer can wait, in milliseconds. */
const longestTimer = 2 ** 31 - 2
type Sockets = Awaited<ReturnType<AppServer['fetchSockets']>>

/** How soon a judgement that failed, as with a database that is away, is tried again. */
const retryAfter = 1_000

/** Judges open sockets anew when access changes: who lost it leaves the room, its draft and, signed out, the server. */
export function makeAccessChanges(
  io: AppServer,
  presence: PresenceNews,
  { database, drafts, logger }: SocketParts,
): AccessChanges & { close(): void } {
  const { knex } = database
  /** By what is judged: when it is tried again. */
  const retries = new Map<string, NodeJS.Timeout>()
  /** By socket: when it is judged because its session ends. */
  const ends = new Map<string, NodeJS.Timeout>()
  const sweep = setInterval(judgeAll, sweepEvery)
  sweep.unref()
  // A session that ended while its socket came in, was ended before the socket could be found by it.
  io.on('connection', (socket) => {
    judgeSocket(socket.id)
    judgeAtItsEnd(socket.id, socket.data.endsAt)
    socket.once('disconnect', () => {
      clearTimeout(ends.get(socket.id))
      ends.delete(socket.id)
    })
  })

  function judgeSocket(socketId: string): void {
    until(`socket ${socketId}`, async () => dropEndedSockets(await io.in(socketId).fetchSockets()))
  }

  /** The session of a guest ends with their link, which nobody announces. */
  function judgeAtItsEnd(socketId: string, endsAt: Date | null): void {
    clearTimeout(ends.get(socketId))
    const left = endsAt === null ? Infinity : endsAt.getTime() - Date.now()
    // What ends after the next sweeps is found by them.
    if (left <= longestTimer)
      ends.set(
        socketId,
        setTimeout(() => judgeSocket(socketId), left + 1),
      )
  }

  /** With a place of theirs, the end of a guest's session may have moved. */
  async function readEndsAgain(userIds: ReadonlySet<string>): Promise<void> {
    // Of an empty list Socket.IO would make everybody.
    if (userIds.size === 0) return
    const sockets = await io.in([...userIds].map(roomOf.user)).fetchSockets()
    const guests = sockets.filter(({ data }) => data.identity.actor.role === 'guest')
    const ids = guests.map(({ data }) => data.identity.actor.sessionId)
    const rows = await knex('sessions').whereIn('id', ids).select<{ id: string; endsAt: Date | number | null }[]>('id', 'endsAt')
    for (const { id, data } of guests) {
      const row = rows.find((one) => one.id === data.identity.actor.sessionId)
      if (row && row.endsAt !== null) judgeAtItsEnd(id, new Date(row.endsAt))
    }
  }

  function judgeAll(): void {
    until('sockets', async () => dropEndedSockets(await io.fetchSockets()))
    let again = false
    until('drafts', async () => {
      const onlyThese = again
      again = true
      // A database that answers slowly is not asked for everybody once more.
      await drafts.rejudge((_identity, _draftId, unjudged) => !onlyThese || unjudged)
    })
    for (const room of io.sockets.adapter.rooms.keys()) {
      const conversationId = roomOf.conversationIdOf(room)
      if (conversationId !== null) until(room, () => judgeRoom(conversationId))
    }
  }

  /** Does `work`, again and again while it fails. What is asked for meanwhile under the same key waits together with it. */
  function until(key: string, work: () => Promise<void>): void {
    work().catch((error: unknown) => {
      logger.warn({ err: error }, 'Open places could not be judged; it is tried again')
      clearTimeout(retries.get(key))
      const timer = setTimeout(() => {
        retries.delete(key)
        until(key, work)
      }, retryAfter)
      retries.set(key, timer.unref())
    })
  }

  async function judgeRoom(conversationId: string): Promise<void> {
    const allowed = await peopleWithAccess(knex, conversationId)
    // As long as it is there, its owner is in it.
    const reason = allowed.size === 0 ? 'conversation-deleted' : 'access-ended'
    let left = false
    for (const socket of await io.in(roomOf.conversation(conversationId)).fetchSockets()) {
      if (allowed.has(socket.data.identity.actor.userId)) continue
      tellClosed(socket, conversationId, reason)
      socket.leave(roomOf.conversation(conversationId))
      delete socket.data.shown[conversationId]
      left = true
    }
    if (left) presence.changed(conversationId)
    await readEndsAgain(allowed)
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
    conversationChanged: (conversationId) => until(`${conversationId} and its draft`, () => judgeConversation(conversationId)),
    sessionEnded: (sessionId) =>
      until(roomOf.session(sessionId), async () => {
        for (const socket of await io.in(roomOf.session(sessionId)).fetchSockets()) drop(socket)
      }),
    accountChanged: judgeAll,
    close() {
      clearInterval(sweep)
      for (const timer of [...retries.values(), ...ends.values()]) clearTimeout(timer)
    },
  }
}

function tellClosed(socket: Sockets[number], conversationId: string, reason: RoomCloseReason): void {
  socket.emit('conversation:closed', { conversationId, reason })
}

/** A guest cannot sign in again: before the line is cut theirs is told that access has ended. */
function drop(socket: Sockets[number]): void {
  const { identity, shown } = socket.data
  if (identity.actor.role === 'guest') for (const id of Object.keys(shown)) tellClosed(socket, id, 'access-ended')
  socket.disconnect(true)
}
