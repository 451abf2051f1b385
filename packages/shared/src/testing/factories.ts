import { randomUUID } from 'node:crypto'
import { createTemplateSchema, type ParticipantRole, type UserRole } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { addParticipant, createConversation } from '../conversations/index.ts'
import { Draft, Prompt, User } from '../models/index.ts'
import { createTemplate } from '../templates/index.ts'
import { quiet } from './quiet.ts'
import type { World } from './world.ts'

/** A call by this person, or by nobody. */
export function ctxOf(world: World, user?: Pick<User, 'id' | 'name' | 'role'>): Ctx {
  return {
    actor: user
      ? { kind: 'user', userId: user.id, name: user.name, role: user.role, sessionId: randomUUID(), confirmedAt: new Date() }
      : { kind: 'anonymous' },
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
    await addParticipant(tx, { conversationId, userId: user.id, role })
  })
  return user
}

type TemplateInput = Parameters<typeof createTemplate>[1]

/** A template with its first version, in everybody's library where nothing else is said, and its owner, whom it makes where none is given. */
export async function buildTemplate(world: World, { owner, ...said }: Partial<TemplateInput> & { owner?: User } = {}) {
  const person = owner ?? (await buildUser(world))
  const usual = createTemplateSchema.parse({
    title: 'A careful editor',
    category: 'writing',
    visibility: 'public',
    content: 'You are a careful editor.',
  })
  const { id, slug } = await createTemplate(ctxOf(world, person), { ...usual, variables: [], ...said })
  return { id, slug, owner: person }
}

/** An exchange with its answer, in a conversation that it makes where none is given. */
export async function buildPrompt(
  world: World,
  { conversationId, author, ...values }: Partial<Prompt> & { author?: User } = {},
): Promise<Prompt> {
  const conversation = conversationId === undefined ? await buildConversation(world) : null
  const authorId = author?.id ?? conversation?.owner.id ?? (await buildUser(world)).id
  return withTransaction(ctxOf(world), async (tx) =>
    Prompt.with(tx).insert({
      conversationId: conversationId ?? conversation?.id ?? '',
      authorId,
      userInput: 'A question',
      systemPrompt: '',
      response: 'An answer',
      provider: 'composer',
      model: 'composer-test',
      parameters: {},
      status: 'completed',
      metadata: {},
      ...values,
    }),
  )
}

function standard() {
  return { id: randomUUID(), createdAt: new Date(), updatedAt: new Date() }
}

/** An organization of these people. Answers its id. */
export async function buildOrganization({ database: { knex } }: World, members: Pick<User, 'id'>[] = []): Promise<string> {
  const organization = { ...standard(), name: 'Editors' }
  await knex('organizations').insert({ ...organization, slug: organization.id })
  for (const { id: userId } of members) {
    await knex('organization_members').insert({ ...standard(), organizationId: organization.id, userId, role: 'member' })
  }
  return organization.id
}
