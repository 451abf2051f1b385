import { participantIds } from '@prologue/shared'
import type { AppServer, SocketParts } from './createSockets.ts'
import { makePaced } from './makePaced.ts'
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
  const paced = makePaced(quietFor)
  const waiting = new Map<string, Waiting>()

  async function tell(conversationId: string): Promise<void> {
    const { all, userIds } = waiting.get(conversationId) ?? nobody()
    waiting.delete(conversationId)
    if (all) for (const id of await participantIds(database.knex, conversationId)) userIds.add(id)
    // Of an empty list Socket.IO would make everybody.
    if (userIds.size > 0) io.to([...userIds].map(roomOf.user)).emit('conversations:changed', { conversationId })
  }

  function add(conversationId: string, userIds: readonly string[] | 'all'): void {
    const news = waiting.get(conversationId) ?? nobody()
    waiting.set(conversationId, news)
    if (userIds === 'all') news.all = true
    else for (const id of userIds) news.userIds.add(id)
    // Lists that miss this are read again by the next news, or when the page comes back.
    paced.say(conversationId, () =>
      tell(conversationId).catch((error: unknown) => logger.warn({ err: error, conversationId }, 'Lists could not be told')),
    )
  }

  return {
    /** To everybody who is in it. */
    changed: (conversationId: string) => add(conversationId, 'all'),
    /** To these alone. */
    changedFor: (userIds: readonly string[], conversationId: string) => add(conversationId, userIds),
    close: () => paced.close(),
  }
}

function nobody(): Waiting {
  return { all: false, userIds: new Set() }
}

export type ListNews = ReturnType<typeof makeListNews>
