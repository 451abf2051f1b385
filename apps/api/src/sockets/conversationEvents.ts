import {
  conversationJoinSchema,
  conversationLeaveSchema,
  limits,
  personColour,
  toWireError,
  AppError,
  type Ack,
  type ConversationJoined,
  type Person,
} from '@prologue/contracts'
import { findConversation } from '@prologue/shared'
import type { Contexts } from '../makeContexts.ts'
import type { AppServer, AppSocket } from './createSockets.ts'
import { roomOf } from './roomOf.ts'

/** Coming into a conversation and leaving it, and who is there. */
export function conversationEvents(io: AppServer, socket: AppSocket, contexts: Contexts): void {
  const announce = (conversationId: string) => {
    void peopleIn(io, conversationId).then((people) =>
      io.to(roomOf.conversation(conversationId)).emit('presence:changed', { conversationId, people }),
    )
  }

  socket.on('conversation:join', async (input, reply) => {
    const answer = replyOnce(reply)
    try {
      const { conversationId } = parse(conversationJoinSchema, input)
      const { actor } = socket.data.identity
      const ctx = contexts.of({ actor, requestId: socket.id, ip: socket.handshake.address, userAgent: null })
      await findConversation(ctx, conversationId)
      const room = roomOf.conversation(conversationId)
      const others = await io.in(room).fetchSockets()
      if (others.length >= limits.peoplePerRoom) throw new AppError('ROOM_FULL')
      await socket.join(room)
      answer({ ok: true, people: await peopleIn(io, conversationId), live: ctx.services.generations.liveIn(conversationId) })
      announce(conversationId)
    } catch (error) {
      answer({ ok: false, error: toWireError(error, socket.id) })
    }
  })

  socket.on('conversation:leave', (input) => {
    const parsed = conversationLeaveSchema.safeParse(input)
    if (!parsed.success) return
    void socket.leave(roomOf.conversation(parsed.data.conversationId))
    announce(parsed.data.conversationId)
  })

  socket.on('disconnecting', () => {
    const left = [...socket.rooms].map(roomOf.conversationIdOf).filter((id) => id !== null)
    // The rooms are left after this event.
    setImmediate(() => left.forEach(announce))
  })
}

async function peopleIn(io: AppServer, conversationId: string): Promise<Person[]> {
  const sockets = await io.in(roomOf.conversation(conversationId)).fetchSockets()
  const people = new Map<string, Person>()
  for (const { data } of sockets) {
    const { userId, name } = data.identity.actor
    people.set(userId, { id: userId, name, colour: personColour(userId) })
  }
  return [...people.values()]
}

function parse<T>(schema: { safeParse(value: unknown): { success: true; data: T } | { success: false } }, value: unknown): T {
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new AppError('VALIDATION')
  return parsed.data
}

/** A frame may come without a callback, whatever its type says. */
function replyOnce(reply: unknown): (ack: Ack<ConversationJoined>) => void {
  return (ack) => {
    if (typeof reply === 'function') reply(ack)
  }
}
