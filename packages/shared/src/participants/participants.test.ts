import { randomUUID } from 'node:crypto'
import { limits, shareRoleSchema, type ParticipantRole } from '@prologue/contracts'
import { expect, it } from 'vitest'
import type { Ctx } from '../context.ts'
import { deleteConversation, getConversation, restoreConversation } from '../conversations/index.ts'
import { draftAccess } from '../drafts/index.ts'
import { Conversation } from '../models/index.ts'
import { acceptShare, createShare, listShares, lookAtShare, revokeShare } from '../shares/index.ts'
import {
  buildConversation,
  buildParticipant,
  buildUser,
  ctxOf,
  enteredGuest,
  onEachDatabase,
  type World,
} from '../testing/index.ts'
import { handOver, inviteParticipant, leaveConversation, peopleOf, removeParticipant, setParticipantRole } from './index.ts'

const tokenOf = (url: string) => url.split('/s/')[1] ?? ''

async function build(world: World) {
  const room = await buildConversation(world)
  const owner = ctxOf(world, room.owner)
  const rolesOf = async () => {
    const { participants } = await getConversation(owner, { id: room.id })
    return Object.fromEntries(participants.map(({ person, role }) => [person.id, role]))
  }
  return { ...room, conversationId: room.id, ownerId: room.owner.id, owner, rolesOf }
}

type Room = Awaited<ReturnType<typeof build>>

/** A link made by `maker`, and somebody who came by it. */
async function follow(world: World, { conversationId }: Room, maker: Ctx, role: 'editor' | 'viewer' = 'editor') {
  const { url, share } = await createShare(maker, { conversationId, role, expiresInDays: null })
  const user = await buildUser(world, { name: 'Grace' })
  await acceptShare(ctxOf(world, user), { token: tokenOf(url) })
  return { id: user.id, ctx: ctxOf(world, user), token: tokenOf(url), shareId: share.id }
}

/** A room that was handed over: `came` came by a link of the former owner, `next` is the owner now. */
async function formerOwner(world: World, room: Room) {
  const came = await follow(world, room, room.owner)
  const next = await buildParticipant(world, room.id, 'editor')
  await handOver(room.owner, { conversationId: room.id, userId: next.id })
  return { came, next: ctxOf(world, next) }
}

onEachDatabase('a participant', (world) => {
  const auditOf = (entityId: string) => world().database.knex('audit_logs').where({ entityId }).orderBy('sequence').select()

  it('is invited by name and there at once, is told, and has a colour that fewest have', async () => {
    const { conversationId, owner, ownerId } = await build(world())
    const user = await buildUser(world(), { name: 'Grace' })
    expect(await inviteParticipant(owner, { conversationId, role: 'commenter', userId: user.id })).toEqual({ status: 'added' })
    const { participants, role } = await getConversation(ctxOf(world(), user), { id: conversationId })
    expect(role).toBe('commenter')
    const colours = participants.map(({ person }) => person.colour)
    expect(new Set(colours).size).toBe(2)
    const people = await peopleOf(owner, conversationId, [ownerId, user.id])
    expect([...people.values()].map(({ colour }) => colour).toSorted()).toEqual(colours.toSorted())
    expect(world().sent).toContainEqual({ event: 'notifications:changed', id: user.id })
    expect(world().sent).toContainEqual({ event: 'conversations:changed', id: user.id })
    const place = await world().database.knex('conversation_participants').where({ conversationId, userId: user.id }).first()
    expect(await auditOf(place.id)).toMatchObject([{ action: 'create', actorId: ownerId }])
    const again = inviteParticipant(owner, { conversationId, role: 'editor', userId: user.id })
    await expect(again).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('Change their role') })
  })

  it('who came by a link and is invited keeps the place when the link is withdrawn', async () => {
    const room = await build(world())
    const came = await follow(world(), room, room.owner, 'viewer')
    await inviteParticipant(room.owner, { conversationId: room.id, role: 'editor', userId: came.id })
    await revokeShare(room.owner, { id: came.shareId })
    expect(await room.rolesOf()).toMatchObject({ [came.id]: 'editor' })
  })

  it('is nobody who has no account: guests and made-up ids are not found', async () => {
    const { conversationId, owner } = await build(world())
    const { url } = await createShare(owner, { conversationId, role: 'viewer', expiresInDays: null })
    const guest = await enteredGuest(world(), tokenOf(url))
    const elsewhere = await build(world())
    for (const userId of [guest.id, randomUUID()]) {
      const inviting = inviteParticipant(elsewhere.owner, { conversationId: elsewhere.id, role: 'viewer', userId })
      await expect(inviting).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
  })

  it('is not let in where as many take part as can, by no way; who is in already comes by a link as before', async () => {
    const { knex } = world().database
    const room = await build(world())
    const { conversationId, owner } = room
    const first = await buildParticipant(world(), conversationId, 'viewer')
    const { url } = await createShare(owner, { conversationId, role: 'editor', expiresInDays: null })
    const user = await knex('users').where({ id: first.id }).first()
    const place = await knex('conversation_participants').where({ conversationId, userId: first.id }).first()
    const many = Array.from({ length: limits.participants - 2 }, () => randomUUID())
    const rows = many.map((id) => Object.assign({}, user, { id, email: id, emailCanonical: id, preferences: '{}' }))
    await knex.batchInsert('users', rows, 50)
    const places = many.map((userId) => Object.assign({}, place, { id: randomUUID(), userId }))
    await knex.batchInsert('conversation_participants', places, 50)
    const full = { code: 'CONFLICT', message: expect.stringContaining('1,000 people') }
    const other = await buildUser(world())
    const inviting = () => inviteParticipant(owner, { conversationId, role: 'viewer', userId: other.id })
    await expect(inviting()).rejects.toMatchObject(full)
    await expect(acceptShare(ctxOf(world(), other), { token: tokenOf(url) })).rejects.toMatchObject(full)
    await expect(enteredGuest(world(), tokenOf(url))).rejects.toMatchObject(full)
    expect(await acceptShare(ctxOf(world(), first), { token: tokenOf(url) })).toEqual({ conversationId })
    await removeParticipant(owner, { conversationId, userId: first.id })
    expect(await inviting()).toEqual({ status: 'added' })
  })

  it('gets another role, which holds at once for the draft, and is told', async () => {
    const { conversationId, draftId, owner } = await build(world())
    const editor = await buildParticipant(world(), conversationId, 'editor')
    const { actor } = ctxOf(world(), editor)
    expect(await draftAccess(world().database, actor, draftId)).toMatchObject({ role: 'editor', canWrite: true })
    await setParticipantRole(owner, { conversationId, userId: editor.id, role: 'commenter' })
    expect(await draftAccess(world().database, actor, draftId)).toMatchObject({ role: 'commenter', canWrite: false })
    expect(world().sent).toContainEqual({ event: 'access:conversation', id: conversationId })
    const place = await world().database.knex('conversation_participants').where({ conversationId, userId: editor.id }).first()
    const [, change] = await auditOf(place.id)
    const changes = typeof change.changes === 'string' ? JSON.parse(change.changes) : change.changes
    expect(changes).toEqual({ role: { from: 'editor', to: 'commenter' } })
  })

  it('is removed and finds nothing any more; the audit says by whom', async () => {
    const { conversationId, owner, ownerId } = await build(world())
    const editor = await buildParticipant(world(), conversationId, 'editor')
    const place = await world().database.knex('conversation_participants').where({ conversationId, userId: editor.id }).first()
    await removeParticipant(owner, { conversationId, userId: editor.id })
    await expect(getConversation(ctxOf(world(), editor), { id: conversationId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await auditOf(place.id)).at(-1)).toMatchObject({ action: 'delete', actorId: ownerId })
    const twice = removeParticipant(owner, { conversationId, userId: editor.id })
    await expect(twice).rejects.toMatchObject({ code: 'NOT_FOUND', message: expect.stringContaining('takes no part') })
  })

  it('leaves by themselves; only the owner stays until somebody else is it', async () => {
    const { conversationId, owner } = await build(world())
    const viewer = ctxOf(world(), await buildParticipant(world(), conversationId, 'viewer'))
    await leaveConversation(viewer, { conversationId })
    await expect(getConversation(viewer, { id: conversationId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(leaveConversation(viewer, { conversationId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(leaveConversation(owner, { conversationId })).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('is managed by owners only, and the owner by nobody', async () => {
    const { conversationId, owner, ownerId } = await build(world())
    const target = await buildParticipant(world(), conversationId, 'viewer')
    const stranger = await buildUser(world())
    const acts: ((ctx: Ctx, userId: string) => Promise<unknown>)[] = [
      (ctx) => inviteParticipant(ctx, { conversationId, role: 'viewer', userId: stranger.id }),
      (ctx) => inviteParticipant(ctx, { conversationId, role: 'viewer', email: 'somebody@example.com' }),
      (ctx, userId) => setParticipantRole(ctx, { conversationId, userId, role: 'editor' }),
      (ctx, userId) => removeParticipant(ctx, { conversationId, userId }),
      (ctx, userId) => handOver(ctx, { conversationId, userId }),
    ]
    const asking: [Ctx, string][] = [[ctxOf(world(), stranger), 'NOT_FOUND']]
    for (const role of shareRoleSchema.options) {
      asking.push([ctxOf(world(), await buildParticipant(world(), conversationId, role)), 'FORBIDDEN'])
    }
    for (const [ctx, code] of asking) {
      for (const act of acts) await expect(act(ctx, target.id)).rejects.toMatchObject({ code })
    }
    const demoted = setParticipantRole(owner, { conversationId, userId: ownerId, role: 'editor' })
    await expect(demoted).rejects.toMatchObject({ code: 'CONFLICT' })
    const removed = removeParticipant(owner, { conversationId, userId: ownerId })
    await expect(removed).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})

onEachDatabase('a conversation', (world) => {
  it('is handed over: the new owner deletes it and brings it back, the old one is an editor', async () => {
    const room = await build(world())
    const { conversationId, owner, ownerId } = room
    const next = await buildParticipant(world(), conversationId, 'viewer')
    await handOver(owner, { conversationId, userId: next.id })
    expect(await room.rolesOf()).toEqual({ [ownerId]: 'editor', [next.id]: 'owner' })
    const row = await Conversation.query(world().database.knex).findById(conversationId)
    expect(row?.ownerId).toBe(next.id)
    await expect(deleteConversation(owner, { id: conversationId })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await deleteConversation(ctxOf(world(), next), { id: conversationId })
    await expect(restoreConversation(owner, { id: conversationId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await restoreConversation(ctxOf(world(), next), { id: conversationId })
    const audit = await world().database.knex('audit_logs').where({ entityType: 'conversations', entityId: conversationId })
    expect(audit.some(({ changes }) => JSON.stringify(changes).includes('ownerId'))).toBe(true)
  })

  it('is handed to nobody without an account and to nobody who is not there', async () => {
    const { conversationId, owner } = await build(world())
    const { url } = await createShare(owner, { conversationId, role: 'editor', expiresInDays: null })
    const guest = await enteredGuest(world(), tokenOf(url))
    await expect(handOver(owner, { conversationId, userId: guest.id })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('no account'),
    })
    const stranger = await buildUser(world())
    await expect(handOver(owner, { conversationId, userId: stranger.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('has one owner however many hand-overs meet', async () => {
    const { conversationId, owner, rolesOf } = await build(world())
    const others = await Promise.all([1, 2, 3].map(() => buildParticipant(world(), conversationId, 'editor')))
    const results = await Promise.allSettled(others.map(({ id }) => handOver(owner, { conversationId, userId: id })))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const roles: ParticipantRole[] = Object.values(await rolesOf())
    expect(roles.filter((role) => role === 'owner')).toHaveLength(1)
  })
})

onEachDatabase('what a link of a former owner gave', (world) => {
  it('stays when they are demoted: the link goes with the conversation, and the new owner withdraws it', async () => {
    const room = await build(world())
    const { came, next } = await formerOwner(world(), room)
    const { conversationId, ownerId } = room
    await setParticipantRole(next, { conversationId, userId: ownerId, role: 'viewer' })
    expect(await room.rolesOf()).toMatchObject({ [came.id]: 'editor', [ownerId]: 'viewer' })
    expect(await lookAtShare(ctxOf(world()), { token: came.token })).toMatchObject({ role: 'editor', sharedBy: 'A editor' })
    expect(await listShares(next, { conversationId })).toMatchObject([{ id: came.shareId, createdBy: 'A editor' }])
    await revokeShare(next, { id: came.shareId })
    await expect(getConversation(came.ctx, { id: conversationId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(lookAtShare(ctxOf(world()), { token: came.token })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('stays when they are removed, for guests and who was invited by mail, too; an invitation that waits still lets in', async () => {
    const room = await build(world())
    const { conversationId, owner, ownerId } = room
    const { url } = await createShare(owner, { conversationId, role: 'commenter', expiresInDays: null })
    const guest = await enteredGuest(world(), tokenOf(url))
    const invite = async (email: string) => {
      await inviteParticipant(owner, { conversationId, role: 'viewer', email })
      return tokenOf((await world().mailbox.to(email)).at(-1)?.link ?? '')
    }
    const mailed = await buildUser(world(), { name: 'By mail' })
    await acceptShare(ctxOf(world(), mailed), { token: await invite('came@example.com') })
    const waiting = await invite('waits@example.com')
    const { came, next } = await formerOwner(world(), room)
    await removeParticipant(next, { conversationId, userId: ownerId })
    await expect(getConversation(owner, { id: conversationId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const { participants } = await getConversation(next, { id: conversationId })
    const roles = Object.fromEntries(participants.map(({ person, role }) => [person.id, role]))
    expect(roles).toMatchObject({ [came.id]: 'editor', [guest.id]: 'commenter', [mailed.id]: 'viewer' })
    const late = ctxOf(world(), await buildUser(world()))
    expect(await acceptShare(late, { token: waiting })).toEqual({ conversationId })
    expect(world().sent).not.toContainEqual({ event: 'notifications:changed', id: came.id })
  })

  it('stays when they leave', async () => {
    const room = await build(world())
    const { came, next } = await formerOwner(world(), room)
    await leaveConversation(room.owner, { conversationId: room.id })
    expect((await getConversation(came.ctx, { id: room.id })).role).toBe('editor')
    expect(await listShares(next, { conversationId: room.id })).toHaveLength(1)
  })

  it('takes nothing from who owns the conversation by now', async () => {
    const room = await build(world())
    const came = await follow(world(), room, room.owner)
    await handOver(room.owner, { conversationId: room.id, userId: came.id })
    await revokeShare(came.ctx, { id: came.shareId })
    await removeParticipant(came.ctx, { conversationId: room.id, userId: room.ownerId })
    expect((await getConversation(came.ctx, { id: room.id })).role).toBe('owner')
  })

  it('is never somebody else’s than the owner’s, also when it is made at the moment of a hand-over', async () => {
    const room = await build(world())
    const { conversationId, owner } = room
    const next = await buildParticipant(world(), conversationId, 'editor')
    const make = () => createShare(owner, { conversationId, role: 'viewer', expiresInDays: null })
    await Promise.allSettled([make(), make(), handOver(owner, { conversationId, userId: next.id }), make(), make()])
    const shares = await world().database.knex('conversation_shares').where({ conversationId }).select('createdBy')
    expect(shares.filter(({ createdBy }) => createdBy !== next.id)).toEqual([])
  })
})
