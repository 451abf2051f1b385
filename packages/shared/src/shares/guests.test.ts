import type { ShareRole } from '@prologue/contracts'
import { expect, it } from 'vitest'
import { getMe, requestPasswordReset } from '../auth/index.ts'
import { addComment, listComments } from '../comments/index.ts'
import { deleteConversation, getConversation, restoreConversation } from '../conversations/index.ts'
import { draftAccess } from '../drafts/index.ts'
import { inviteParticipant, leaveConversation, removeParticipant, setParticipantRole } from '../participants/index.ts'
import { listPrompts } from '../prompts/index.ts'
import { purgeDeleted } from '../retention/index.ts'
import { liveSessions, noteSeen, sessionsOn } from '../sessions/index.ts'
import {
  buildConversation,
  buildPrompt,
  buildUser,
  ctxOf,
  enteredGuest,
  onEachDatabase,
  signedUp,
  type World,
} from '../testing/index.ts'
import { appRouter } from '../trpc/index.ts'
import { eraseUser, listUsers } from '../users/index.ts'
import { acceptShare, createShare, enterShare, revokeShare } from './index.ts'

const day = 86_400_000

type Said = { role?: ShareRole; expiresInDays?: number | null }

async function buildShare(world: World, { role = 'editor', expiresInDays = null }: Said = {}) {
  const conversation = await buildConversation(world)
  const owner = ctxOf(world, conversation.owner)
  const { share, url } = await createShare(owner, { conversationId: conversation.id, role, expiresInDays })
  return { ...conversation, owner, share, token: url.split('/s/')[1] ?? '' }
}

onEachDatabase('a guest', (world) => {
  const isHere = async (sessionId: string) => (await liveSessions(world().database.knex, [sessionId])).has(sessionId)
  const endOf = async (sessionId: string) =>
    Number(new Date((await world().database.knex('sessions').where({ id: sessionId }).first()).endsAt))

  it('comes in by a link with a name, has its role, and no address, no password and no account', async () => {
    const { id, token, owner } = await buildShare(world(), { role: 'viewer' })
    const guest = await enteredGuest(world(), token, 'Bert')
    const { participants, role } = await getConversation(guest.ctx, { id })
    expect(role).toBe('viewer')
    expect(participants).toMatchObject([{ person: { guest: false } }, { person: { id: guest.id, name: 'Bert', guest: true } }])
    const { account } = await getMe(guest.ctx)
    expect(account).toEqual({ id: guest.id, name: 'Bert', email: null, role: 'guest', abilities: [] })
    const row = await world().database.knex('users').where({ id: guest.id }).first()
    expect(row).toMatchObject({ email: `${guest.id}@guest.invalid`, passwordHash: '', emailVerifiedAt: null })
    requestPasswordReset(ctxOf(world()), { email: row.email })
    expect(await world().mailbox.to(row.email)).toEqual([])
    const admin = ctxOf(world(), await buildUser(world(), { role: 'admin' }))
    expect((await listUsers(admin, { search: 'Bert' })).items).toEqual([])
    const entries = await world().database.knex('audit_logs').where({ actorId: guest.id }).orderBy('sequence')
    expect(entries.map(({ action, entityType }) => [action, entityType])).toEqual([
      ['create', 'conversation_participants'],
      ['sign-in', 'users'],
    ])
    expect(JSON.stringify(await getConversation(owner, { id }))).not.toContain('@')
  })

  it('is told from somebody with an account wherever people are shown', async () => {
    const { id, draftId, token, owner } = await buildShare(world())
    const guest = await enteredGuest(world(), token, 'Ada')
    await buildPrompt(world(), { conversationId: id, authorId: guest.id })
    await addComment(guest.ctx, { conversationId: id, body: 'Look', mentions: [] })
    const { items } = await listPrompts(owner, { conversationId: id })
    const said = await listComments(owner, { conversationId: id })
    const { person } = await draftAccess(world().database, guest.ctx.actor, draftId)
    for (const shown of [items[0]?.author, said.items[0]?.author, person])
      expect(shown).toMatchObject({ id: guest.id, guest: true })
    const own = await draftAccess(world().database, owner.actor, draftId)
    expect(own.person.guest).toBe(false)
  })

  it('who has a browser that is somebody’s already comes in as who they are', async () => {
    const { id, token } = await buildShare(world())
    const user = await buildUser(world(), { name: 'Grace' })
    expect(await enterShare(ctxOf(world(), user), { token, name: 'Another name' })).toEqual({ conversationId: id, token: null })
    const { participants } = await getConversation(ctxOf(world(), user), { id })
    expect(participants[1]).toMatchObject({ person: { name: 'Grace', guest: false } })
  })

  it('follows a second link and is the same guest in both, until the first of the links ends', async () => {
    const first = await buildShare(world(), { expiresInDays: 3 })
    const second = await buildShare(world(), { expiresInDays: 2 })
    const third = await buildShare(world())
    const guest = await enteredGuest(world(), first.token)
    for (const { token } of [second, third]) await acceptShare(guest.ctx, { token })
    for (const { id } of [first, second, third]) {
      expect((await getConversation(guest.ctx, { id })).participants[1]?.person.id).toBe(guest.id)
    }
    expect(await endOf(guest.sessionId)).toBe(second.share.expiresAt?.getTime())
  })

  it('is gone when the link ends, however much the session is used', async () => {
    const { token } = await buildShare(world(), { expiresInDays: 1 })
    const guest = await enteredGuest(world(), token)
    const { knex } = world().database
    const { session } = await sessionsOn(knex).validateSession(guest.token)
    if (!session) throw new Error('It is open')
    await noteSeen(knex, { ...session, lastSeenAt: new Date(0) }, new Date())
    await knex('sessions')
      .where({ id: guest.sessionId })
      .update({ lastSeenAt: new Date(0) })
    await noteSeen(knex, { ...session, lastSeenAt: new Date(0) }, new Date())
    const { expiresAt } = await knex('sessions').where({ id: guest.sessionId }).first()
    expect(Number(new Date(expiresAt))).toBeLessThanOrEqual(Date.now() + day)
    await knex('sessions')
      .where({ id: guest.sessionId })
      .update({ endsAt: new Date(Date.now() - 1) })
    expect(await isHere(guest.sessionId)).toBe(false)
    expect((await sessionsOn(knex).validateSession(guest.token)).session).toBeNull()
  })

  it('is signed out when the link is withdrawn, when removed and when leaving, if no place is left', async () => {
    for (const end of ['revoke', 'remove', 'leave'] as const) {
      const { id, token, owner, share } = await buildShare(world())
      const other = await buildShare(world())
      const guest = await enteredGuest(world(), token)
      const staying = await enteredGuest(world(), token)
      await acceptShare(staying.ctx, { token: other.token })
      for (const { id: userId, ctx } of [guest, staying]) {
        if (end === 'leave') await leaveConversation(ctx, { conversationId: id })
        if (end === 'remove') await removeParticipant(owner, { conversationId: id, userId })
      }
      if (end === 'revoke') await revokeShare(owner, { id: share.id })
      expect(await isHere(guest.sessionId), end).toBe(false)
      expect(world().sent).toContainEqual({ event: 'access:session', id: guest.sessionId })
      expect(await isHere(staying.sessionId), end).toBe(true)
      await expect(getConversation(staying.ctx, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
      expect((await getConversation(staying.ctx, { id: other.id })).role).toBe('editor')
    }
  })

  it('keeps the name at what they wrote while they have a place; without one it goes with the next purge', async () => {
    const { id, token, owner } = await buildShare(world())
    const guest = await enteredGuest(world(), token, 'Bert Secret')
    await buildPrompt(world(), { conversationId: id, authorId: guest.id })
    await removeParticipant(owner, { conversationId: id, userId: guest.id })
    const system = { ...ctxOf(world()), actor: { kind: 'system' } as const, now: () => new Date(Date.now() + 31 * day) }
    await purgeDeleted({ ...system, now: () => new Date() }, { olderThanDays: 30 })
    const nameOf = async () => (await world().database.knex('users').where({ id: guest.id }).first()).name
    expect(await nameOf()).toBe('Bert Secret')
    await purgeDeleted(system, { olderThanDays: 30 })
    expect(await nameOf()).toBe('Deleted user')
  })

  it('whose link or session has ended leaves with the next purge, and is erased by the one in time after it', async () => {
    const { knex } = world().database
    const at = (days: number) => ({
      ...ctxOf(world()),
      actor: { kind: 'system' } as const,
      now: () => new Date(Date.now() + days * day),
    })
    const { id, token, owner } = await buildShare(world())
    const elsewhere = await buildShare(world(), { expiresInDays: 2 })
    const [staying, idle, ended] = await Promise.all(['Ada', 'Bert', 'Cleo'].map((name) => enteredGuest(world(), token, name)))
    if (!staying || !idle || !ended) throw new Error('Three came')
    await acceptShare(ended.ctx, { token: elsewhere.token })
    await knex('sessions')
      .where({ id: staying.sessionId })
      .update({ expiresAt: at(80).now() })
    await knex('sessions')
      .where({ id: idle.sessionId })
      .update({ expiresAt: at(2).now() })
    await deleteConversation(elsewhere.owner, { id: elsewhere.id })
    const guestsIn = async () => {
      const { participants } = await getConversation(owner, { id })
      return participants.filter(({ role }) => role !== 'owner').map(({ person }) => person.name)
    }
    await purgeDeleted(at(1), { olderThanDays: 30 })
    expect((await guestsIn()).toSorted()).toEqual(['Ada', 'Bert', 'Cleo'])
    world().sent.length = 0
    await purgeDeleted(at(3), { olderThanDays: 30 })
    expect(await guestsIn()).toEqual(['Ada'])
    expect(world().sent).toContainEqual({ event: 'conversation:changed', id })
    expect(await knex('conversation_participants').whereIn('userId', [idle.id, ended.id])).toEqual([])
    const nameOf = async (guest: { id: string }) => (await knex('users').where({ id: guest.id }).first()).name
    expect([await nameOf(idle), await nameOf(ended)]).toEqual(['Bert', 'Cleo'])
    await purgeDeleted(at(34), { olderThanDays: 30 })
    expect([await nameOf(idle), await nameOf(ended)]).toEqual(['Deleted user', 'Deleted user'])
    expect(await nameOf(staying)).toBe('Ada')
  })

  it('of a conversation that is purged is erased with it in time', async () => {
    const { id, token, owner } = await buildShare(world())
    const guest = await enteredGuest(world(), token, 'Bert Secret')
    await deleteConversation(owner, { id })
    const at = (days: number) => ({
      ...ctxOf(world()),
      actor: { kind: 'system' } as const,
      now: () => new Date(Date.now() + days * day),
    })
    await purgeDeleted(at(31), { olderThanDays: 30 })
    expect(await isHere(guest.sessionId)).toBe(false)
    await purgeDeleted(at(62), { olderThanDays: 30 })
    expect((await world().database.knex('users').where({ id: guest.id }).first()).name).toBe('Deleted user')
  })

  it('who signs in has the places as themselves, also by a link that is used up and in a conversation that comes back', async () => {
    const {
      id,
      owner,
      owner: { actor },
    } = await buildShare(world())
    const ownerId = actor.kind === 'user' ? actor.userId : ''
    const { url } = await createShare(owner, { conversationId: id, role: 'commenter', expiresInDays: null, maxUses: 1 })
    const token = url.split('/s/')[1] ?? ''
    const deleted = await buildShare(world())
    const stronger = await buildShare(world())
    const named = await buildShare(world())
    const guest = await enteredGuest(world(), token, 'Grace, a guest')
    for (const room of [deleted, stronger, named]) await acceptShare(guest.ctx, { token: room.token })
    const { ctx, email, password, id: userId } = await signedUp(world())
    const { url: weaker } = await createShare(stronger.owner, {
      conversationId: stronger.id,
      role: 'viewer',
      expiresInDays: null,
    })
    await acceptShare(ctx, { token: weaker.split('/s/')[1] ?? '' })
    await inviteParticipant(named.owner, { conversationId: named.id, userId, role: 'viewer' })
    await deleteConversation(deleted.owner, { id: deleted.id })

    const caller = appRouter.createCaller({ ...guest.ctx, setSession() {}, showAllowance() {} })
    await expect(caller.auth.signIn({ email, password: 'not the password' })).rejects.toThrow('do not go together')
    expect((await getConversation(guest.ctx, { id })).role).toBe('commenter')
    world().sent.length = 0
    await caller.auth.signIn({ email, password })

    const { participants, role } = await getConversation(ctx, { id })
    expect([role, participants.map(({ person }) => person.id)]).toEqual(['commenter', [ownerId, userId]])
    expect((await getConversation(ctx, { id: stronger.id })).role).toBe('editor')
    expect((await getConversation(ctx, { id: named.id })).role).toBe('viewer')
    await restoreConversation(deleted.owner, { id: deleted.id })
    expect((await getConversation(ctx, { id: deleted.id })).role).toBe('editor')
    expect(await world().database.knex('conversation_participants').where({ userId: guest.id })).toEqual([])
    expect(await isHere(guest.sessionId)).toBe(false)
    expect(world().sent).toContainEqual({ event: 'conversations:changed', id: userId })
    await acceptShare(ctx, { token })
    const { shareId } = await world().database.knex('conversation_participants').where({ conversationId: id, userId }).first()
    await revokeShare(owner, { id: shareId })
    await expect(getConversation(ctx, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is given another role, and can be erased at once by an administrator', async () => {
    const { id, token, owner } = await buildShare(world())
    const guest = await enteredGuest(world(), token)
    await setParticipantRole(owner, { conversationId: id, userId: guest.id, role: 'commenter' })
    expect((await getConversation(guest.ctx, { id })).role).toBe('commenter')
    await eraseUser(ctxOf(world(), await buildUser(world(), { role: 'admin' })), { id: guest.id })
    expect((await getConversation(owner, { id })).participants).toHaveLength(1)
    expect(await isHere(guest.sessionId)).toBe(false)
  })
})

onEachDatabase('a link for one', (world) => {
  it('lets one of twenty in who follow it at once, with accounts or as guests', async () => {
    const { id, owner } = await buildShare(world())
    const { url } = await createShare(owner, { conversationId: id, role: 'viewer', expiresInDays: null, maxUses: 1 })
    const token = url.split('/s/')[1] ?? ''
    const users = await Promise.all(Array.from({ length: 10 }, () => buildUser(world())))
    const results = await Promise.allSettled([
      ...users.map((user) => acceptShare(ctxOf(world(), user), { token })),
      ...users.map((_user, number) => enterShare(ctxOf(world()), { token, name: `Guest ${number}` })),
    ])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
    expect(refused).toEqual(Array.from({ length: 19 }, () => expect.objectContaining({ code: 'NOT_FOUND' })))
    expect((await getConversation(owner, { id })).participants).toHaveLength(2)
    expect(await world().database.knex('users').where('name', 'like', 'Guest %').where({ role: 'guest' })).toHaveLength(
      (await getConversation(owner, { id })).participants.filter(({ person }) => person.guest).length,
    )
  })
})
