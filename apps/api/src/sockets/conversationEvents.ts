import {
  conversationJoinSchema,
  conversationLeaveSchema,
  limits,
  personColour,
  toWireError,
  AppError,
  type Ack,
  type ConversationJoined,
  type Presence,
} from '@prologue/contracts'
import { createRateLimit } from '@prologue/collab/server'
import { explain, findConversation, type Ctx } from '@prologue/shared'
import type { Contexts } from '../makeContexts.ts'
import type { AppServer, AppSocket, SocketParts } from './createSockets.ts'
import { roomOf } from './roomOf.ts'

/** How often one socket may come in: people change rooms by hand, and a page comes back after each reconnect. */
const comings = { perSecond: 5, burst: 20 }

/** Coming into a conversation and leaving it, and who is there. */
export function conversationEvents(io: AppServer, socket: AppSocket, contexts: Contexts, parts: SocketParts): void {
  const allowance = createRateLimit(comings.perSecond, comings.burst, () => performance.now())
  const announce = async (conversationId: string) => {
    const people = await peopleIn(io, conversationId)
    io.to(roomOf.conversation(conversationId)).emit('presence:changed', { conversationId, people })
  }

  socket.on('conversation:join', async (input, reply) => {
    const answer = replyOnce(reply)
    try {
      const { conversationId } = parse(conversationJoinSchema, input)
      if (!allowance.take()) throw new AppError('RATE_LIMITED')
      const { identity, address } = socket.data
      const ctx = contexts.of({ actor: identity.actor, requestId: socket.id, ip: address, userAgent: null })
      await findConversation(ctx, conversationId)
      const room = roomOf.conversation(conversationId)
      const others = await io.in(room).fetchSockets()
      if (others.length >= limits.peoplePerRoom && !socket.rooms.has(room)) throw new AppError('ROOM_FULL')
      await socket.join(room)
      await stillAllowed(ctx, socket, conversationId)
      answer({ ok: true, people: await peopleIn(io, conversationId), live: ctx.services.generations.liveIn(conversationId) })
      await announce(conversationId)
    } catch (error) {
      answer({ ok: false, error: toWireError(explain(error, parts, { socketId: socket.id }), socket.id) })
    }
  })

  socket.on('conversation:leave', (input) => {
    const parsed = conversationLeaveSchema.safeParse(input)
    const room = parsed.success && roomOf.conversation(parsed.data.conversationId)
    if (!room || !socket.rooms.has(room)) return
    void socket.leave(room)
    void announce(parsed.data.conversationId)
  })

  socket.on('disconnecting', () => {
    const left = [...socket.rooms].map(roomOf.conversationIdOf).filter((id) => id !== null)
    // The rooms are left after this event.
    setImmediate(() => left.forEach((id) => void announce(id)))
  })
}

/** Access that ended while the socket came in is noticed here: before, nobody would have looked for it in the room. */
async function stillAllowed(ctx: Ctx, socket: AppSocket, conversationId: string): Promise<void> {
  try {
    await findConversation(ctx, conversationId)
  } catch (error) {
    await socket.leave(roomOf.conversation(conversationId))
    throw error
  }
}

async function peopleIn(io: AppServer, conversationId: string): Promise<Presence[]> {
  const sockets = await io.in(roomOf.conversation(conversationId)).fetchSockets()
  const people = new Map<string, Presence>()
  for (const { data } of sockets) {
    const { userId, name } = data.identity.actor
    people.set(userId, { id: userId, name, colour: personColour(userId), idle: false, typing: false })
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
