import { participantIds } from '@prologue/shared'
import type { AppServer, SocketParts } from './createSockets.ts'
import { roomOf } from './roomOf.ts'

/** How long a conversation is quiet after news of it went to lists, in milliseconds: what happens meanwhile is told together. */
export const quietFor = 1_000

/** What is to be told of one conversation once its quiet ends. */
type Waiting = { all: boolean; userIds: Set<string> }

/**
 * Tells people wherever they are that a conversation of their list changed: at once, then at most once a second each
 * conversation, however much happens in it.
 */
export function makeListNews(io: AppServer, { database, logger }: Pick<SocketParts, 'database' | 'logger'>) {
  const quiet = new Map<string, { timer: NodeJS.Timeout; waiting: Waiting | null }>()

  async function tell(conversationId: string, { all, userIds }: Waiting): Promise<void> {
    if (all) for (const id of await participantIds(database.knex, conversationId)) userIds.add(id)
    // Of an empty list Socket.IO would make everybody.
    if (userIds.size > 0) io.to([...userIds].map(roomOf.user)).emit('conversations:changed', { conversationId })
  }

  function speak(conversationId: string, waiting: Waiting): void {
    const timer = setTimeout(() => {
      const next = quiet.get(conversationId)?.waiting
      quiet.delete(conversationId)
      if (next) speak(conversationId, next)
    }, quietFor)
    quiet.set(conversationId, { timer: timer.unref(), waiting: null })
    // Lists that miss this are read again by the next news, or when the page comes back.
    tell(conversationId, waiting).catch((error: unknown) =>
      logger.warn({ err: error, conversationId }, 'Lists could not be told'),
    )
  }

  function add(conversationId: string, userIds: readonly string[] | 'all'): void {
    const now = quiet.get(conversationId)
    const waiting = now?.waiting ?? { all: false, userIds: new Set() }
    if (userIds === 'all') waiting.all = true
    else for (const id of userIds) waiting.userIds.add(id)
    if (now) now.waiting = waiting
    else speak(conversationId, waiting)
  }

  return {
    /** To everybody who is in it. */
    changed: (conversationId: string) => add(conversationId, 'all'),
    /** To these alone. */
    changedFor: (userIds: readonly string[], conversationId: string) => add(conversationId, userIds),
    close(): void {
      for (const { timer } of quiet.values()) clearTimeout(timer)
    },
  }
}

export type ListNews = ReturnType<typeof makeListNews>
