import type { AccessChanges } from '@prologue/shared'
import type { AppServer, SocketParts } from './createSockets.ts'
import { roomOf } from './roomOf.ts'

/** How often every open place is judged again, whatever was or was not announced, in milliseconds. */
const sweep = 60_000

/** Judges open sockets anew when access changes: who lost it leaves the room, its draft and, signed out, the server. */
export function makeAccessChanges(io: AppServer, { database, drafts, logger }: SocketParts): AccessChanges & { close(): void } {
  const timer = setInterval(() => {
    void endSessions().catch((error: unknown) => logger.warn({ err: error }, 'Sessions could not be judged again'))
  }, sweep)
  timer.unref()

  async function leaveConversation(conversationId: string): Promise<void> {
    const sockets = await io.in(roomOf.conversation(conversationId)).fetchSockets()
    const allowed = new Set(await database.knex('conversation_participants').where({ conversationId }).pluck<string[]>('userId'))
    for (const socket of sockets) {
      if (allowed.has(socket.data.identity.actor.userId)) continue
      socket.emit('conversation:closed', { conversationId, reason: 'access-ended' })
      socket.leave(roomOf.conversation(conversationId))
    }
    const draft = await database.knex('drafts').where({ conversationId }).first<{ id: string } | undefined>('id')
    if (draft) await drafts.rejudge((_identity, draftId) => draftId === draft.id)
  }

  async function endSessions(): Promise<void> {
    const sockets = await io.fetchSockets()
    const ids = sockets.map(({ data }) => data.identity.actor.sessionId)
    const live = new Set(
      await database.knex('sessions').whereIn('id', ids).where('expiresAt', '>', new Date()).pluck<string[]>('id'),
    )
    for (const socket of sockets) {
      if (!live.has(socket.data.identity.actor.sessionId)) socket.disconnect(true)
    }
  }

  return {
    conversationChanged(conversationId) {
      leaveConversation(conversationId).catch((error: unknown) =>
        logger.error({ err: error, conversationId }, 'Open places could not be judged again'),
      )
    },
    sessionEnded(sessionId) {
      io.in(roomOf.session(sessionId)).disconnectSockets(true)
    },
    close: () => clearInterval(timer),
  }
}
