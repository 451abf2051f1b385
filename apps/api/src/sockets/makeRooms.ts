import type { Rooms } from '@prologue/shared'
import type { AppServer } from './createSockets.ts'
import type { ListNews } from './makeListNews.ts'
import { makePaced } from './makePaced.ts'
import { roomOf } from './roomOf.ts'

/** How long a room is quiet about one thing after it was told that this changed, in milliseconds: every page there reads it anew. */
const roomPause = 250
/** The same for one person's notifications. */
const ownPause = 1_000

/** What a page reads anew of its conversation. */
type RoomChange = `${'conversation' | 'branches' | 'comments' | 'checkpoints' | 'sections'}:changed`

/**
 * Tells everybody in a conversation what changed, and people wherever they are what concerns them: the lists of all its people
 * hear of what they show of it. The first change is told at once and the last always, so that no act done again and again makes
 * all pages read as often.
 */
export function makeRooms(io: AppServer, lists: ListNews): Omit<Rooms, 'personRenamed'> & { close(): void } {
  const changes = makePaced(roomPause)
  const own = makePaced(ownPause)
  const room = (conversationId: string) => io.to(roomOf.conversation(conversationId))
  const inPauses = (event: RoomChange, conversationId: string) =>
    changes.say(`${event} ${conversationId}`, () => room(conversationId).emit(event, { conversationId }))
  return {
    conversationChanged(conversationId) {
      inPauses('conversation:changed', conversationId)
      lists.changed(conversationId)
    },
    conversationActive: lists.changed,
    promptChanged(conversationId, promptId) {
      changes.say(`prompt:changed ${promptId}`, () => room(conversationId).emit('prompt:changed', { conversationId, promptId }))
      lists.changed(conversationId)
    },
    branchesChanged: (conversationId) => inPauses('branches:changed', conversationId),
    // Never held back: a change that is told later than it happened still comes after every piece that was there before it.
    promptDelta: (conversationId, promptId, offset, text) =>
      room(conversationId).emit('prompt:delta', { conversationId, promptId, offset, text }),
    promptEdit: (conversationId, promptId, position, edit) =>
      room(conversationId).emit('prompt:edit', { conversationId, promptId, position, edit }),
    commentsChanged: (conversationId) => inPauses('comments:changed', conversationId),
    checkpointsChanged: (conversationId) => inPauses('checkpoints:changed', conversationId),
    sectionsChanged: (conversationId) => inPauses('sections:changed', conversationId),
    listChanged: lists.changedFor,
    notificationsChanged(userIds) {
      for (const id of userIds) own.say(id, () => io.to(roomOf.user(id)).emit('notifications:changed'))
    },
    announcementChanged: () => void io.emit('announcement:changed'),
    async isHere(userId) {
      const sockets = await io.in(roomOf.user(userId)).fetchSockets()
      return sockets.some(({ data }) => Object.values(data.shown).some(({ idle }) => !idle))
    },
    close() {
      changes.close()
      own.close()
    },
  }
}
