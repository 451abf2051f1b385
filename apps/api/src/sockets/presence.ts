import { limits, AppError, type Presence, type PresenceState } from '@prologue/contracts'
import type { AppServer, AppSocket } from './createSockets.ts'
import { makePaced } from './makePaced.ts'
import { roomOf } from './roomOf.ts'

/** How long a conversation is quiet about who is there after it was told, in milliseconds. */
const presencePause = 250

/** How the person of a socket is seen in a conversation it is in. */
export type Shown = PresenceState & { colour: string }

type Seen = Pick<AppSocket, 'data'>

/** Who is in a conversation, each once however many pages they have open. */
export async function peopleIn(io: AppServer, conversationId: string): Promise<Presence[]> {
  const people = new Map<string, Presence>()
  for (const socket of await io.in(roomOf.conversation(conversationId)).fetchSockets()) {
    const shown = socket.data.shown[conversationId]
    if (!shown) continue
    const { userId: id, name, role } = socket.data.identity.actor
    const known = people.get(id)
    people.set(id, { id, name, guest: role === 'guest', ...shown, ...(known && together([known, shown])) })
  }
  return [...people.values()]
}

/**
 * Tells conversations who is there: at once, then at most about four times a second each, however many come and leave. Everybody
 * there hears of all the others, which after a restart would be as many lists as the square of them.
 */
export function makePresenceNews(io: AppServer) {
  const paced = makePaced(presencePause)
  async function tell(conversationId: string): Promise<void> {
    const people = await peopleIn(io, conversationId)
    io.to(roomOf.conversation(conversationId)).emit('presence:changed', { conversationId, people })
  }
  return {
    changed: (conversationId: string) => paced.say(conversationId, () => void tell(conversationId)),
    close: () => paced.close(),
  }
}

export type PresenceNews = ReturnType<typeof makePresenceNews>

/** What a person does in a conversation, of all pages they have open there: idle when all are, typing when one is. */
export async function stateOf(io: AppServer, conversationId: string, userId: string): Promise<PresenceState> {
  const sockets = await io.in(roomOf.user(userId)).fetchSockets()
  return together(sockets.flatMap(({ data }) => data.shown[conversationId] ?? []))
}

function together(states: PresenceState[]): PresenceState {
  return { idle: states.every(({ idle }) => idle), typing: states.some(({ typing }) => typing) }
}

/**
 * A room is for so many people, and for so many pages of each.
 * @throws AppError ROOM_FULL
 */
export function expectRoom(others: readonly Seen[], userId: string): void {
  const idOf = ({ data }: Seen) => data.identity.actor.userId
  const people = new Set(others.map(idOf))
  if (!people.has(userId) && people.size >= limits.peoplePerRoom) throw new AppError('ROOM_FULL')
  const own = others.filter((other) => idOf(other) === userId)
  if (own.length >= limits.pagesPerPerson) throw new AppError('ROOM_FULL', tooManyPages)
}

const tooManyPages = `You have this conversation open ${limits.pagesPerPerson} times. Close one of these pages and try again.`
