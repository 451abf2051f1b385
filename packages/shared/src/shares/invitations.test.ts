import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { getConversation } from '../conversations/index.ts'
import { listNotifications } from '../notifications/index.ts'
import { inviteParticipant } from '../participants/index.ts'
import { purgeDeleted } from '../retention/index.ts'
import { buildConversation, buildUser, ctxOf, enteredGuest, onEachDatabase, signedUp, type World } from '../testing/index.ts'
import { acceptInvitation, acceptShare, createShare, listShares, lookAtShare, revokeShare } from './index.ts'

const tokenIn = (link: string | null | undefined) => link?.split('/s/')[1] ?? ''

async function build(world: World) {
  const { id, owner } = await buildConversation(world)
  const ctx = ctxOf(world, owner)
  const invite = (email: string) => inviteParticipant(ctx, { conversationId: id, role: 'commenter', email })
  const shares = () => listShares(ctx, { conversationId: id })
  return { id, ctx, invite, shares }
}

async function verified(world: World) {
  const person = await signedUp(world)
  await world.database.knex('users').where({ id: person.id }).update({ emailVerifiedAt: new Date() })
  return person
}

onEachDatabase('an invitation by mail', (world) => {
  it('is a link for one person; its mail names who invites and nothing that others wrote', async () => {
    const { id, invite, shares } = await build(world())
    const email = `${randomUUID()}@example.com`
    expect(await invite(email)).toEqual({ status: 'invited' })
    const [mail, ...more] = await world().mailbox.to(email)
    expect(more).toEqual([])
    expect(mail?.text).toContain('Ada invites you')
    expect(mail?.text).not.toContain('Untitled')
    const token = tokenIn(mail?.link)
    expect(await shares()).toMatchObject([{ role: 'commenter', usesLeft: 1, email, expiresAt: expect.any(Date) }])
    expect(await lookAtShare(ctxOf(world()), { token })).not.toHaveProperty('email')
    const guest = ctxOf(world(), await buildUser(world()))
    await acceptShare(guest, { token })
    expect((await getConversation(guest, { id })).role).toBe('commenter')
    // Who is in may follow it again; nobody else.
    await acceptShare(guest, { token })
    await expect(acceptShare(ctxOf(world(), await buildUser(world())), { token })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await shares()).toEqual([])
    const kept = JSON.stringify(await world().database.knex('conversation_shares').where({ conversationId: id }))
    expect(kept).not.toContain(email)
  })

  it('answers and mails alike for an address with an account and for one without', async () => {
    const { invite } = await build(world())
    const known = await verified(world())
    const answers: unknown[] = []
    for (const email of [known.email, `${randomUUID()}@example.com`]) {
      answers.push([await invite(email), (await world().mailbox.to(email)).at(-1)?.text.replace(/\/s\/\S+/, '/s/')])
    }
    expect(answers[0]).toEqual(answers[1])
  })

  it('is found in the page by who confirmed the address, and accepted there once', async () => {
    const { id, invite } = await build(world())
    const person = await verified(world())
    await invite(person.email.toUpperCase())
    await world().mailbox.settled()
    const [notice] = (await listNotifications(person.ctx, {})).items
    expect(notice).toMatchObject({ kind: 'invited', role: 'commenter', actor: { name: 'Ada' }, conversation: { id } })
    const shareId = notice?.shareId ?? ''
    const lock = (lockedAt: Date | null) => world().database.knex('users').where({ id: notice?.actor?.id }).update({ lockedAt })
    await lock(new Date())
    expect((await listNotifications(person.ctx, {})).items[0]).toMatchObject({ shareId: null, conversation: null })
    await lock(null)
    await expect(getConversation(person.ctx, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await acceptInvitation(person.ctx, { shareId })).toEqual({ conversationId: id })
    expect((await getConversation(person.ctx, { id })).role).toBe('commenter')
    await expect(acceptInvitation(person.ctx, { shareId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await listNotifications(person.ctx, {})).items[0]).toMatchObject({ shareId: null, conversation: { id } })
  })

  it('is used up by who is in already, and gives them the stronger role', async () => {
    const { id, ctx, invite, shares } = await build(world())
    for (const [before, after] of [
      ['viewer', 'commenter'],
      ['editor', 'editor'],
    ] as const) {
      for (const way of ['by name', 'by a link'] as const) {
        const person = await verified(world())
        const { share, url } = await createShare(ctx, { conversationId: id, role: before, expiresInDays: null })
        if (way === 'by a link') await acceptShare(person.ctx, { token: tokenIn(url) })
        else await inviteParticipant(ctx, { conversationId: id, userId: person.id, role: before })
        await invite(person.email)
        const token = tokenIn((await world().mailbox.to(person.email)).at(-1)?.link)
        await acceptShare(person.ctx, { token })
        await acceptShare(person.ctx, { token })
        expect((await getConversation(person.ctx, { id })).role, way).toBe(after)
        expect((await shares()).filter(({ email }) => email !== null)).toEqual([])
        // A place of one's own hangs on no link, and one that was raised on the invitation.
        await revokeShare(ctx, { id: share.id })
        const left = await getConversation(person.ctx, { id }).then(
          ({ role }) => role,
          () => null,
        )
        expect(left, way).toBe(way === 'by name' || before !== after ? after : null)
      }
    }
  })

  it('is accepted by nobody else: another address, one that is not confirmed, a guest, an ordinary link', async () => {
    const { id, ctx, invite } = await build(world())
    const person = await signedUp(world())
    await invite(person.email)
    await world().mailbox.settled()
    const { id: shareId } = await world().database.knex('conversation_shares').where({ conversationId: id }).first()
    const { share, url } = await createShare(ctx, { conversationId: id, role: 'viewer', expiresInDays: null })
    const other = await verified(world())
    for (const somebody of [person, other]) {
      await expect(acceptInvitation(somebody.ctx, { shareId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
      await expect(acceptInvitation(somebody.ctx, { shareId: share.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
    const guest = await enteredGuest(world(), tokenIn(url))
    await expect(acceptInvitation(guest.ctx, { shareId })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect((await listNotifications(person.ctx, {})).items).toEqual([])
  })

  it('takes the place of one that waits, ends when it is withdrawn, and then tells its address to nobody', async () => {
    const { id, ctx, invite, shares } = await build(world())
    const person = await verified(world())
    await invite(person.email)
    await invite(person.email)
    // The mail before them confirms the address.
    const [, first, second] = (await world().mailbox.to(person.email)).map(({ link }) => tokenIn(link))
    await expect(lookAtShare(ctxOf(world()), { token: first ?? '' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await lookAtShare(ctxOf(world()), { token: second ?? '' })).toMatchObject({ sharedBy: 'Ada' })
    const [waiting, ...more] = await shares()
    expect(more).toEqual([])
    await revokeShare(ctx, { id: waiting?.id ?? '' })
    await expect(lookAtShare(ctxOf(world()), { token: second ?? '' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(acceptInvitation(person.ctx, { shareId: waiting?.id ?? '' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    // The notice of the one that was replaced went with it.
    expect((await listNotifications(person.ctx, {})).items).toMatchObject([{ shareId: null, conversation: null }])
    const kept = JSON.stringify(await world().database.knex('conversation_shares').where({ conversationId: id }))
    expect(kept).not.toContain(person.email)
  })

  it('that nobody accepts keeps its address for its thirty days, and then until the next purge', async () => {
    const { id, invite } = await build(world())
    const email = `${randomUUID()}@example.com`
    await invite(email)
    const kept = async () => (await world().database.knex('conversation_shares').where({ conversationId: id }).first()).email
    for (const [days, found] of [
      [29, email],
      [31, null],
    ] as const) {
      const now = () => new Date(Date.now() + days * 86_400_000)
      await purgeDeleted({ ...ctxOf(world()), actor: { kind: 'system' }, now }, { olderThanDays: 30 })
      expect(await kept()).toBe(found)
    }
  })

  it('goes to one address five times an hour at most, whoever invites', async () => {
    const email = `${randomUUID()}@example.com`
    for (let number = 0; number < 7; number++) await (await build(world())).invite(email)
    expect(await world().mailbox.to(email)).toHaveLength(5)
  })
})
