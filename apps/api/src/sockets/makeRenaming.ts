import type { Rooms } from '@prologue/shared'
import type { AppServer, SocketParts } from './createSockets.ts'
import type { PresenceNews } from './presence.ts'
import { roomOf } from './roomOf.ts'

/** Open sockets have the name of their person from when they were opened: they get the new one, and who is there with them sees it. */
export function makeRenaming(
  io: AppServer,
  presence: PresenceNews,
  { drafts, logger }: Pick<SocketParts, 'drafts' | 'logger'>,
): Rooms['personRenamed'] {
  async function rename(userId: string, name: string): Promise<void> {
    const places = new Set<string>()
    for (const { data } of await io.in(roomOf.user(userId)).fetchSockets()) {
      data.identity.actor.name = name
      for (const conversationId of Object.keys(data.shown)) places.add(conversationId)
    }
    for (const conversationId of places) presence.changed(conversationId)
    await drafts.rejudge(({ actor }) => actor.userId === userId)
  }
  return (userId, name) => {
    rename(userId, name).catch((error: unknown) => logger.warn({ err: error }, 'A new name could not be told'))
  }
}
