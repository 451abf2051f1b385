import type { Rooms } from '@prologue/shared'
import type { AppServer } from './createSockets.ts'
import { roomOf } from './roomOf.ts'

/** Tells everybody in a conversation what changed. */
export function makeRooms(io: AppServer): Rooms {
  const room = (conversationId: string) => io.to(roomOf.conversation(conversationId))
  return {
    conversationChanged: (conversationId) => room(conversationId).emit('conversation:changed', { conversationId }),
    promptChanged: (conversationId, promptId) => room(conversationId).emit('prompt:changed', { conversationId, promptId }),
    promptDelta: (conversationId, promptId, offset, text) =>
      room(conversationId).emit('prompt:delta', { conversationId, promptId, offset, text }),
  }
}
