import type { Rooms } from '@prologue/shared'
import type { AppServer } from './createSockets.ts'
import type { ListNews } from './makeListNews.ts'
import { roomOf } from './roomOf.ts'

/**
 * Tells everybody in a conversation what changed, and people wherever they are what concerns them: the lists of all its people
 * hear of what they show of it.
 */
export function makeRooms(io: AppServer, lists: ListNews): Rooms {
  const room = (conversationId: string) => io.to(roomOf.conversation(conversationId))
  const people = (userIds: readonly string[]) => io.to(userIds.map(roomOf.user))
  return {
    conversationChanged(conversationId) {
      room(conversationId).emit('conversation:changed', { conversationId })
      lists.changed(conversationId)
    },
    promptChanged(conversationId, promptId) {
      room(conversationId).emit('prompt:changed', { conversationId, promptId })
      lists.changed(conversationId)
    },
    promptDelta: (conversationId, promptId, offset, text) =>
      room(conversationId).emit('prompt:delta', { conversationId, promptId, offset, text }),
    commentsChanged: (conversationId) => room(conversationId).emit('comments:changed', { conversationId }),
    checkpointsChanged: (conversationId) => room(conversationId).emit('checkpoints:changed', { conversationId }),
    listChanged: lists.changedFor,
    // Of an empty list Socket.IO would make everybody.
    notificationsChanged: (userIds) => {
      if (userIds.length > 0) people(userIds).emit('notifications:changed')
    },
    isHere: async (userId) => (await io.in(roomOf.user(userId)).fetchSockets()).length > 0,
  }
}
