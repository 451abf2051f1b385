import { randomUUID } from 'node:crypto'
import type { ParticipantRole, UserRole } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { createConversation } from '../conversations/index.ts'
import { ConversationParticipant, Draft, User } from '../models/index.ts'
import { quiet } from './quiet.ts'
import type { World } from './world.ts'

/** A call by this person, or by nobody. */
export function ctxOf(world: World, user?: Pick<User, 'id' | 'name' | 'role'>): Ctx {
  const actor = user && { kind: 'user' as const, userId: user.id, name: user.name, role: user.role, sessionId: randomUUID() }
  return {
    actor: actor ?? { kind: 'anonymous' },
    requestId: randomUUID(),
    ip: '127.0.0.1',
    userAgent: 'a test',
    logger: quiet,
    now: () => new Date(),
    services: world.services,
    database: world.database,
    db: world.database.knex,
    afterCommit: (work) => work(),
  }
}

export async function buildUser(
  world: World,
  { name = 'Ada', role = 'user' }: { name?: string; role?: UserRole } = {},
): Promise<User> {
  const email = `${randomUUID()}@example.com`
  return withTransaction(ctxOf(world), async (tx) =>
    User.with(tx).insert({ name, email, emailCanonical: email, passwordHash: 'none', role, preferences: {} }),
  )
}

/** A conversation with its draft and owner, whom it makes where none is given. */
export async function buildConversation(world: World, { owner }: { owner?: User } = {}) {
  const person = owner ?? (await buildUser(world))
  const { id } = await createConversation(ctxOf(world, person), {})
  const draft = await Draft.query(world.database.knex).findOne({ conversationId: id }).throwIfNotFound()
  return { id, draftId: draft.id, owner: person }
}

/** Another person in a conversation. */
export async function buildParticipant(world: World, conversationId: string, role: ParticipantRole): Promise<User> {
  const user = await buildUser(world, { name: `A ${role}` })
  await withTransaction(ctxOf(world), async (tx) => {
    await ConversationParticipant.with(tx).insert({ conversationId, userId: user.id, role, shareId: null })
  })
  return user
}
