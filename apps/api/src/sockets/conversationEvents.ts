import {
  colourIn,
  conversationJoinSchema,
  conversationLeaveSchema,
  presenceUpdateSchema,
  toWireError,
  AppError,
  type ConversationJoined,
  type Presence,
} from '@prologue/contracts'
import { createRateLimit } from '@prologue/collab/server'
import { explain, findConversation, type Ctx } from '@prologue/shared'
import type { Contexts } from '../makeContexts.ts'
import type { AppServer, AppSocket, SocketParts } from './createSockets.ts'
import { expectRoom, peopleIn, stateOf, type PresenceNews } from './presence.ts'
import { answerTo } from './answerTo.ts'
import { roomOf } from './roomOf.ts'

/** How often one socket may come in: people change rooms by hand, and a page comes back after each reconnect. */
const comings = { perSecond: 5, burst: 20 }
/** How often it may tell what its person does: they begin to type, stop, look away and come back. */
const doings = { perSecond: 4, burst: 20 }

/** Coming into a conversation and leaving it, who is there and what they do. */
export function conversationEvents(
  io: AppServer,
  socket: AppSocket,
  contexts: Contexts,
  presence: PresenceNews,
  parts: SocketParts,
): void {
  const allowance = createRateLimit(comings.perSecond, comings.burst, () => performance.now())
  const told = createRateLimit(doings.perSecond, doings.burst, () => performance.now())
  const { shown, identity, address } = socket.data
  const { userId } = identity.actor
  /** Those coming in, as long as that takes. */
  const comers = new Set<Comer>()

  socket.on('conversation:join', async (input, reply) => {
    const answer = answerTo<ConversationJoined>(reply)
    try {
      const { conversationId } = parse(conversationJoinSchema, input)
      if (!allowance.take()) throw new AppError('RATE_LIMITED')
      const people = await comeIn(conversationId)
      // In one go: every piece of an answer that is told from now on comes after it.
      answer({ ok: true, people, live: parts.generations.liveIn(conversationId) })
      presence.changed(conversationId)
    } catch (error) {
      answer({ ok: false, error: toWireError(explain(error, parts, { socketId: socket.id }), socket.id) })
    }
  })

  async function comeIn(conversationId: string): Promise<Presence[]> {
    const comer: Comer = { conversationId, left: false }
    comers.add(comer)
    try {
      const ctx = contexts.of({ actor: identity.actor, requestId: socket.id, ip: address, userAgent: null })
      const place = await findConversation(ctx, conversationId)
      const room = roomOf.conversation(conversationId)
      const others = await io.in(room).fetchSockets()
      if (!socket.rooms.has(room)) expectRoom(others, userId)
      expectStays(comer)
      await socket.join(room)
      await stillAllowed(ctx, socket, conversationId)
      expectStays(comer)
      shown[conversationId] = { idle: false, typing: false, ...shown[conversationId], colour: colourIn(place, userId) }
      return await peopleIn(io, conversationId)
    } finally {
      comers.delete(comer)
    }
  }

  socket.on('conversation:leave', (input) => {
    const parsed = conversationLeaveSchema.safeParse(input)
    if (!parsed.success) return
    const { conversationId } = parsed.data
    for (const comer of comers) if (comer.conversationId === conversationId) comer.left = true
    const room = roomOf.conversation(conversationId)
    if (!socket.rooms.has(room)) return
    void socket.leave(room)
    delete shown[conversationId]
    presence.changed(conversationId)
  })

  socket.on('presence:update', async (input) => {
    const parsed = presenceUpdateSchema.safeParse(input)
    if (!parsed.success || !told.take()) return
    const { conversationId, state } = parsed.data
    const room = roomOf.conversation(conversationId)
    const mine = shown[conversationId]
    if (!mine || !socket.rooms.has(room)) return
    Object.assign(mine, state)
    const together = await stateOf(io, conversationId, userId)
    // Whoever misses it hears the next one, and all of it whenever somebody comes or leaves.
    socket.volatile.to(room).emit('presence:updated', { conversationId, personId: userId, state: together })
  })

  socket.on('disconnecting', () => {
    const left = [...socket.rooms].map(roomOf.conversationIdOf).filter((id) => id !== null)
    // The rooms are left after this event.
    setImmediate(() => left.forEach(presence.changed))
  })
}

/** Somebody who comes in, and may have left before they were in. */
type Comer = { conversationId: string; left: boolean }

function expectStays({ left }: Comer): void {
  if (left) throw new AppError('CANCELLED')
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

function parse<T>(schema: { safeParse(value: unknown): { success: true; data: T } | { success: false } }, value: unknown): T {
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new AppError('VALIDATION')
  return parsed.data
}
