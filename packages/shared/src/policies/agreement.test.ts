import { randomUUID } from 'node:crypto'
import { conversationStatusSchema, userRoles, type ConversationStatus, type ParticipantRole } from '@prologue/contracts'
import { expect, it } from 'vitest'
import { listActivity } from '../activity/index.ts'
import { readReport } from '../admin/index.ts'
import type { Ctx } from '../context.ts'
import { findConversation, getConversation, listConversations } from '../conversations/index.ts'
import { draftAccess } from '../drafts/index.ts'
import { listJobs } from '../jobs/index.ts'
import { listMails } from '../mail/index.ts'
import type { User } from '../models/index.ts'
import { peopleWithAccess } from '../participants/index.ts'
import { findPrompt, listPrompts } from '../prompts/index.ts'
import { listSessions, openSession } from '../sessions/index.ts'
import { getSettings } from '../settings/index.ts'
import { listShares } from '../shares/index.ts'
import { buildConversation, buildPrompt, buildUser, ctxOf, onEachDatabase, type World } from '../testing/index.ts'
import { listUsers } from '../users/index.ts'
import { abilitiesIn, may, visibleConversations, visiblePrompts, visibleSessions } from './index.ts'

type Row = {
  id: string
  draftId: string
  status: ConversationStatus
  deletedAt: Date | null
  ownerDeleted: boolean
  prompts: { id: string; deletedAt: Date | null }[]
}

type Person = { name: string; ctx: Ctx; userId: string | null; roleIn(row: Row): ParticipantRole | null }

const invited = ['editor', 'commenter', 'viewer'] as const

/** A conversation in every state, of somebody who is here and of somebody whose account is deleted, and everybody who may ask. */
async function buildEveryKind(world: World): Promise<{ rows: Row[]; people: Person[] }> {
  const { knex } = world.database
  const owners = [
    { user: await buildUser(world, { name: 'owner' }), ownerDeleted: false },
    { user: await buildUser(world, { name: 'deleted owner' }), ownerDeleted: true },
  ]
  const users = new Map<ParticipantRole, User>()
  for (const role of invited) users.set(role, await buildUser(world, { name: role }))

  const rows: Row[] = []
  for (const { user, ownerDeleted } of owners) {
    for (const status of conversationStatusSchema.options) {
      for (const deletedAt of [null, new Date()]) {
        const { id, draftId } = await buildConversation(world, { owner: user })
        for (const [role, { id: userId }] of users) await join(world, { conversationId: id, userId, role })
        const prompts: Row['prompts'] = []
        for (const gone of [null, new Date()]) {
          const prompt = await buildPrompt(world, { conversationId: id, authorId: user.id })
          await knex('prompts').where({ id: prompt.id }).update({ deletedAt: gone })
          prompts.push({ id: prompt.id, deletedAt: gone })
        }
        await knex('conversations').where({ id }).update({ status, deletedAt })
        rows.push({ id, draftId, status, deletedAt, ownerDeleted, prompts })
      }
    }
    if (ownerDeleted) await knex('users').where({ id: user.id }).update({ deletedAt: new Date() })
  }

  // A guest has what their role gives, as anybody.
  const guest = await buildUser(world, { name: 'guest', role: 'guest' })
  for (const { id: conversationId } of rows) await join(world, { conversationId, userId: guest.id, role: 'editor' })
  const taking = [...users].map(([role, user]) => personOf(world, user, () => role))
  const owning = owners.map(({ user, ownerDeleted }) =>
    personOf(world, user, (row) => (row.ownerDeleted === ownerDeleted ? 'owner' : null)),
  )
  const others: Person[] = [{ name: 'nobody', ctx: ctxOf(world), userId: null, roleIn: () => null }]
  for (const role of userRoles) {
    others.push(personOf(world, await buildUser(world, { name: `another ${role}`, role }), () => null))
  }
  return { rows, people: [...others, ...owning, ...taking, personOf(world, guest, () => 'editor')] }
}

function personOf(world: World, user: User, roleIn: Person['roleIn']): Person {
  return { name: user.name, ctx: ctxOf(world, user), userId: user.id, roleIn }
}

async function join({ database: { knex } }: World, place: { conversationId: string; userId: string; role: ParticipantRole }) {
  const now = new Date()
  await knex('conversation_participants').insert({
    ...place,
    id: randomUUID(),
    colour: 0,
    lastActivityAt: now,
    createdAt: now,
    updatedAt: now,
  })
}

const works = (work: Promise<unknown>) =>
  work.then(
    () => true,
    () => false,
  )

const sightOf = (row: Row, person: Person) => ({
  conversation: { deletedAt: row.deletedAt },
  ownerDeleted: row.ownerDeleted,
  role: person.roleIn(row),
})

onEachDatabase('what rules, list scopes and ids say', (world) => {
  it(
    'is the same of every conversation, its draft, its people, its links and its prompts, whoever asks',
    { timeout: 120_000 },
    async () => {
      const { rows, people } = await buildEveryKind(world())
      const { database } = world()
      const { knex } = database
      let seen = 0
      for (const person of people) {
        const { ctx } = person
        const scope = knex('conversations').select('conversations.id')
        visibleConversations(scope, ctx.actor)
        const inScope = new Set((await scope).map(({ id }: { id: string }) => id))
        const promptScope = knex('prompts')
          .join('conversations', 'conversations.id', 'prompts.conversationId')
          .select('prompts.id')
        visiblePrompts(promptScope, ctx.actor)
        const promptsInScope = new Set((await promptScope).map(({ id }: { id: string }) => id))
        const listed = new Set<string>()
        for (const status of conversationStatusSchema.options) {
          const page = await listConversations(ctx, { status }).catch(() => ({ items: [] }))
          for (const { id } of page.items) listed.add(id)
        }

        for (const row of rows) {
          const asked = `${person.name} of ${JSON.stringify(row)}`
          const sees = may(ctx.actor, 'conversation:read', sightOf(row, person))
          const role = person.roleIn(row)
          const place = role && sees ? { conversation: { status: row.status }, role } : null
          if (sees) seen++
          expect(await works(findConversation(ctx, row.id)), asked).toBe(sees)
          expect(inScope.has(row.id), asked).toBe(sees)
          expect(listed.has(row.id), asked).toBe(sees)
          expect(await works(draftAccess(database, ctx.actor, row.draftId)), asked).toBe(sees)
          const here = await peopleWithAccess(knex, row.id)
          expect(person.userId !== null && here.has(person.userId), asked).toBe(sees)
          const shares = place !== null && may(ctx.actor, 'conversation:share', place)
          expect(await works(listShares(ctx, { conversationId: row.id })), asked).toBe(shares)

          const page = sees ? await listPrompts(ctx, { conversationId: row.id }) : { items: [] }
          for (const prompt of row.prompts) {
            const reads = may(ctx.actor, 'prompt:read', { ...sightOf(row, person), prompt })
            expect(await works(findPrompt(ctx, prompt.id)), asked).toBe(reads)
            expect(promptsInScope.has(prompt.id), asked).toBe(reads)
            expect(
              page.items.some(({ id }) => id === prompt.id),
              asked,
            ).toBe(reads)
          }
          if (!place) continue
          expect((await getConversation(ctx, { id: row.id })).abilities, asked).toEqual(abilitiesIn(place))
          const { canWrite } = await draftAccess(database, ctx.actor, row.draftId)
          expect(canWrite, asked).toBe(may(ctx.actor, 'draft:write', place))
        }
      }
      // Five who take part see what is neither deleted nor of a deleted account: one of each status.
      expect(seen).toBe(5 * conversationStatusSchema.options.length)
    },
  )

  it('is the same of sessions: one’s own and nobody else’s, also before administrators', async () => {
    const people = [await buildUser(world()), await buildUser(world(), { role: 'admin' })].map((user) => ctxOf(world(), user))
    const sessions: { id: string; userId: string }[] = []
    for (const ctx of people) {
      const userId = ctx.actor.kind === 'user' ? ctx.actor.userId : ''
      const { rowId } = await openSession(ctx, userId)
      sessions.push({ id: rowId, userId })
    }
    for (const ctx of [...people, ctxOf(world())]) {
      const scope = world().database.knex('sessions').select('sessions.id')
      visibleSessions(scope, ctx.actor)
      const ids = (await scope).map(({ id }: { id: string }) => id)
      const byRule = sessions.filter((session) => may(ctx.actor, 'session:revoke', session)).map(({ id }) => id)
      expect(ids).toEqual(byRule)
      const listed = await listSessions(ctx).catch(() => [])
      expect(listed.map(({ id }) => id)).toEqual(byRule)
    }
  })

  it('is the same of accounts, activity, reports and kept mails: all of it or nothing', async () => {
    const people = [ctxOf(world())]
    for (const role of ['user', 'moderator', 'admin'] as const) people.push(ctxOf(world(), await buildUser(world(), { role })))
    const allowed: boolean[] = []
    for (const ctx of people) {
      const { actor } = ctx
      expect(await works(listUsers(ctx, {}))).toBe(may(actor, 'user:list'))
      expect(await works(listActivity(ctx, {}))).toBe(may(actor, 'admin:read-activity'))
      expect(await works(readReport(ctx, { report: 'model-usage' }))).toBe(may(actor, 'admin:read-reports'))
      expect(await works((async () => listMails(ctx))())).toBe(may(actor, 'admin:read-mail'))
      expect(await works(listJobs(ctx))).toBe(may(actor, 'admin:manage-jobs'))
      expect(await works(getSettings(ctx))).toBe(may(actor, 'admin:manage-settings'))
      allowed.push(may(actor, 'user:list'))
    }
    expect(allowed).toEqual([false, false, false, true])
  })
})
