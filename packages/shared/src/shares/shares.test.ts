import { expect, it } from 'vitest'
import { getConversation } from '../conversations/index.ts'
import { ConversationShare } from '../models/index.ts'
import { listNotifications } from '../notifications/index.ts'
import { buildConversation, buildParticipant, buildUser, ctxOf, onEachDatabase, type World } from '../testing/index.ts'
import { acceptShare, createShare, enterShare, listShares, lookAtShare, revokeShare } from './index.ts'

const tokenOf = (url: string) => url.split('/s/')[1] ?? ''

async function buildShare(world: World, role: 'editor' | 'viewer' = 'editor') {
  const conversation = await buildConversation(world)
  const ctx = ctxOf(world, conversation.owner)
  const { share, url } = await createShare(ctx, { conversationId: conversation.id, role, expiresInDays: 7 })
  return { ...conversation, ctx, share, token: tokenOf(url) }
}

onEachDatabase('a share link', (world) => {
  it('lets people in with its role, once however often they follow it', async () => {
    const { id, token } = await buildShare(world(), 'viewer')
    const guest = ctxOf(world(), await buildUser(world()))
    expect(await lookAtShare(ctxOf(world()), { token })).toEqual({ title: 'Untitled', role: 'viewer', sharedBy: 'Ada' })
    const twice = await Promise.all([acceptShare(guest, { token }), acceptShare(guest, { token })])
    expect(twice).toEqual([{ conversationId: id }, { conversationId: id }])
    const seen = await getConversation(guest, { id })
    expect(seen.role).toBe('viewer')
    expect(seen.participants).toHaveLength(2)
  })

  it('never lowers a role, and raises only one that came by a weaker link', async () => {
    const { id, token, ctx } = await buildShare(world(), 'editor')
    await acceptShare(ctx, { token })
    expect((await getConversation(ctx, { id })).role).toBe('owner')

    const { url } = await createShare(ctx, { conversationId: id, role: 'viewer', expiresInDays: null })
    const guest = ctxOf(world(), await buildUser(world()))
    await acceptShare(guest, { token: tokenOf(url) })
    await acceptShare(guest, { token })
    expect((await getConversation(guest, { id })).role).toBe('editor')
    await acceptShare(guest, { token: tokenOf(url) })
    expect((await getConversation(guest, { id })).role).toBe('editor')
  })

  it('is refused when it is revoked, expired, truncated, case-flipped or made up, always in the same words', async () => {
    const revoked = await buildShare(world())
    await revokeShare(revoked.ctx, { id: revoked.share.id })
    const expired = await buildShare(world())
    await world()
      .database.knex('conversation_shares')
      .where({ id: expired.share.id })
      .update({ expiresAt: new Date(Date.now() - 1) })
    const { token } = await buildShare(world())
    const flipped = token.replace(/[a-z]/i, (letter) =>
      letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
    )
    const guest = ctxOf(world(), await buildUser(world()))
    for (const bad of [revoked.token, expired.token, token.slice(0, -1), flipped, 'x'.repeat(43), '', '🔑']) {
      const errors = await Promise.all(
        [lookAtShare(guest, { token: bad }), acceptShare(guest, { token: bad })].map((trying) =>
          trying.catch((error: unknown) => error),
        ),
      )
      for (const error of errors)
        expect(error, bad).toMatchObject({ code: 'NOT_FOUND', message: expect.stringContaining('not valid') })
    }
  })

  it('takes away, when revoked, the access of those who came by it and of nobody else', async () => {
    const { id, ctx, share, token } = await buildShare(world())
    const invited = ctxOf(world(), await buildParticipant(world(), id, 'viewer'))
    const guest = ctxOf(world(), await buildUser(world()))
    await acceptShare(guest, { token })
    // Somebody who was there before follows it too, which changes nothing for them.
    await acceptShare(invited, { token })
    await revokeShare(ctx, { id: share.id })
    await expect(getConversation(guest, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await getConversation(invited, { id })).role).toBe('viewer')
    expect(world().sent).toContainEqual({ event: 'access:conversation', id })
    expect((await listNotifications(guest, {})).items).toMatchObject([{ kind: 'removed', actor: { name: 'Ada' } }])
    expect((await listNotifications(invited, {})).items).toEqual([])
    expect(await listShares(ctx, { conversationId: id })).toEqual([])
  })

  it('that is revoked at the moment it is followed lets nobody in for good', async () => {
    for (let round = 0; round < 10; round++) {
      const { id, ctx, share, token } = await buildShare(world())
      const guest = ctxOf(world(), await buildUser(world()))
      await Promise.allSettled([acceptShare(guest, { token }), revokeShare(ctx, { id: share.id })])
      await expect(getConversation(guest, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
  })

  it('opens nothing while its maker is locked', async () => {
    const { owner, token } = await buildShare(world(), 'editor')
    const lock = (lockedAt: Date | null) => world().database.knex('users').where({ id: owner.id }).update({ lockedAt })
    await lock(new Date())
    await expect(lookAtShare(ctxOf(world()), { token })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(enterShare(ctxOf(world()), { token, name: 'Grace' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await lock(null)
    expect(await lookAtShare(ctxOf(world()), { token })).toMatchObject({ role: 'editor' })
  })

  it('gives never more than its maker has now', async () => {
    const { id, owner, token } = await buildShare(world(), 'editor')
    await world()
      .database.knex('conversation_participants')
      .where({ conversationId: id, userId: owner.id })
      .update({ role: 'viewer' })
    expect(await lookAtShare(ctxOf(world()), { token })).toMatchObject({ role: 'viewer' })
    await world().database.knex('conversation_participants').where({ conversationId: id, userId: owner.id }).delete()
    await expect(lookAtShare(ctxOf(world()), { token })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is made, listed and revoked by owners only', async () => {
    const { id, ctx, share } = await buildShare(world())
    const editor = ctxOf(world(), await buildParticipant(world(), id, 'editor'))
    const stranger = ctxOf(world(), await buildUser(world()))
    await expect(createShare(editor, { conversationId: id, role: 'viewer', expiresInDays: null })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await expect(listShares(editor, { conversationId: id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(revokeShare(editor, { id: share.id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(revokeShare(stranger, { id: share.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await listShares(ctx, { conversationId: id })).map((link) => link.id)).toEqual([share.id])
  })

  it('is stored as a hash and never told again', async () => {
    const { id, ctx, token } = await buildShare(world())
    const { knex } = world().database
    const stored = JSON.stringify([
      await knex('conversation_shares'),
      await knex('audit_logs'),
      await listShares(ctx, { conversationId: id }),
    ])
    expect(stored).not.toContain(token)
    const row = await ConversationShare.query(knex).findOne({ conversationId: id })
    expect(row?.tokenHash).toMatch(/^[0-9a-f]{64}$/)
  })
})
