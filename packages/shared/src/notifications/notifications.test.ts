import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { withTransaction, type Ctx } from '../context.ts'
import { handOver, inviteParticipant, removeParticipant, setParticipantRole } from '../participants/index.ts'
import { buildConversation, buildParticipant, buildUser, ctxOf, onEachDatabase, type World } from '../testing/index.ts'
import { countUnread, listNotifications, markRead, notify } from './index.ts'

async function build(world: World) {
  const { id, owner } = await buildConversation(world)
  const user = await buildParticipant(world, id, 'editor')
  const email = `${randomUUID()}@example.com`
  const { knex } = world.database
  await knex('users').where({ id: user.id }).update({ email, emailCanonical: email, emailVerifiedAt: new Date() })
  const set = (values: object) => knex('users').where({ id: user.id }).update(values)
  return { conversationId: id, owner: ctxOf(world, owner), user, email, ctx: ctxOf(world, user), set }
}

const tell = (by: Ctx, conversationId: string, userIds: string[], data = {}) =>
  withTransaction(by, (tx) => notify(tx, { userIds, kind: 'mentioned', conversationId, data }))

onEachDatabase('a notice', (world) => {
  it('is for each person once, for nobody who did it themselves, and leads to where it is about', async () => {
    const { conversationId, owner, user, ctx } = await build(world())
    const commentId = randomUUID()
    const ownerId = owner.actor.kind === 'user' ? owner.actor.userId : ''
    await tell(owner, conversationId, [user.id, user.id, ownerId, randomUUID()], { commentId })
    const { items } = await listNotifications(ctx, {})
    expect(items).toMatchObject([
      { kind: 'mentioned', commentId, shareId: null, readAt: null, actor: { id: ownerId }, conversation: { title: 'Untitled' } },
    ])
    expect((await listNotifications(owner, {})).items).toEqual([])
    expect(world().sent).toContainEqual({ event: 'notifications:changed', id: user.id })
  })

  it('is counted until it is read, one or all; others’ are neither read nor known', async () => {
    const { conversationId, owner, user, ctx } = await build(world())
    for (let number = 0; number < 3; number++) await tell(owner, conversationId, [user.id])
    expect(await countUnread(ctx)).toEqual({ count: 3 })
    const [{ id } = { id: '' }] = (await listNotifications(ctx, {})).items
    await expect(markRead(owner, { ids: [id] })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await countUnread(ctx)).toEqual({ count: 3 })
    await markRead(ctx, { ids: [id] })
    await markRead(ctx, { ids: [id] })
    expect(await countUnread(ctx)).toEqual({ count: 2 })
    await markRead(ctx, { ids: null })
    expect(await countUnread(ctx)).toEqual({ count: 0 })
    expect(await listNotifications(owner, {})).toEqual({ items: [], nextCursor: null })
  })

  it('is read on page by page, the newest first', async () => {
    const { conversationId, owner, user, ctx } = await build(world())
    for (let number = 0; number < 51; number++) await tell(owner, conversationId, [user.id])
    const first = await listNotifications(ctx, {})
    const second = await listNotifications(ctx, { cursor: first.nextCursor ?? '' })
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([50, 1, null])
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(51)
    await expect(listNotifications(ctx, { cursor: 'nonsense' })).rejects.toMatchObject({ code: 'VALIDATION' })
  })

  it('names no conversation that the person can see no more, and nobody who is gone', async () => {
    const { conversationId, owner, user, ctx } = await build(world())
    await setParticipantRole(owner, { conversationId, userId: user.id, role: 'viewer' })
    await removeParticipant(owner, { conversationId, userId: user.id })
    const ownerId = owner.actor.kind === 'user' ? owner.actor.userId : ''
    const { items } = await listNotifications(ctx, {})
    expect(items.map(({ kind, role, conversation, actor }) => [kind, role, conversation, actor?.id])).toEqual([
      ['removed', null, null, ownerId],
      ['role-changed', 'viewer', null, ownerId],
    ])
    await world().database.knex('users').where({ id: ownerId }).update({ deletedAt: new Date() })
    expect((await listNotifications(ctx, {})).items.map(({ actor }) => actor)).toEqual([null, null])
  })
})

onEachDatabase('the mail about a notice', (world) => {
  it('goes to who is away, says what happened and leads there, once an hour for each conversation', async () => {
    const { conversationId, owner, user, email } = await build(world())
    for (let number = 0; number < 3; number++) await tell(owner, conversationId, [user.id])
    const [mail, ...more] = await world().mailbox.to(email)
    expect(more).toEqual([])
    expect(mail).toMatchObject({ subject: 'You were mentioned', link: `http://localhost:3000/c/${conversationId}` })
    expect(mail?.text).toContain('Ada mentioned you in a comment on “Untitled”.')
    const other = await buildConversation(world(), { owner: await buildUser(world(), { name: 'Grace' }) })
    const grace = ctxOf(world(), other.owner)
    // No mail about a conversation that they take no part in.
    await tell(grace, other.id, [user.id])
    expect(await world().mailbox.to(email)).toHaveLength(1)
    await inviteParticipant(grace, { conversationId: other.id, userId: user.id, role: 'viewer' })
    await tell(grace, other.id, [user.id])
    expect(await world().mailbox.to(email)).toHaveLength(2)
  })

  it('leads to the comment it is about', async () => {
    const { conversationId, owner, user, email } = await build(world())
    const commentId = randomUUID()
    await tell(owner, conversationId, [user.id], { commentId })
    const [mail] = await world().mailbox.to(email)
    expect(mail?.link).toBe(`http://localhost:3000/c/${conversationId}#comment-${commentId}`)
  })

  it('tells no title to who is let in or made the owner: it is what somebody else wrote', async () => {
    const { conversationId, owner, user, email } = await build(world())
    await handOver(owner, { conversationId, userId: user.id })
    const other = await buildConversation(world(), { owner: await buildUser(world(), { name: 'Grace' }) })
    await inviteParticipant(ctxOf(world(), other.owner), { conversationId: other.id, userId: user.id, role: 'editor' })
    const texts = (await world().mailbox.to(email)).map(({ text }) => text)
    expect(texts).toEqual([
      expect.stringContaining('Ada made you the owner of a conversation.'),
      expect.stringContaining('Grace let you into a conversation: you are an editor there.'),
    ])
    expect(texts.join()).not.toContain('Untitled')
  })

  it('tells whose role was changed what it is now', async () => {
    const { conversationId, owner, user, email } = await build(world())
    await setParticipantRole(owner, { conversationId, userId: user.id, role: 'viewer' })
    const [mail] = await world().mailbox.to(email)
    expect(mail?.text).toContain('Ada changed your role in “Untitled”: you are a viewer now.')
  })

  it('says of a guest that they are one: they can take anybody’s name', async () => {
    const { conversationId, user, email } = await build(world())
    const guest = await buildUser(world(), { name: 'Ada', role: 'guest' })
    await tell(ctxOf(world(), guest), conversationId, [user.id])
    const [mail] = await world().mailbox.to(email)
    expect(mail?.text).toContain('Ada (guest) mentioned you in a comment')
  })

  it.each([
    ['wants no mails', { preferences: JSON.stringify({ notifications: { mail: false } }) }],
    ['has not confirmed the address', { emailVerifiedAt: null }],
  ])('goes to nobody who %s', async (_name, values) => {
    const { conversationId, owner, user, email, set } = await build(world())
    await set(values)
    await tell(owner, conversationId, [user.id])
    expect(await world().mailbox.to(email)).toEqual([])
    expect(await countUnread(ctxOf(world(), user))).toEqual({ count: 1 })
  })

  it('goes to nobody who is at a conversation just now', async () => {
    const { conversationId, owner, user, email } = await build(world())
    const { services } = world()
    const here = { ...services, rooms: { ...services.rooms, isHere: async (id: string) => id === user.id } }
    await tell({ ...owner, services: here }, conversationId, [user.id])
    expect(await world().mailbox.to(email)).toEqual([])
  })

  it('tells who was removed that they were, and leads to nothing they may not see', async () => {
    const { conversationId, owner, user, email } = await build(world())
    await removeParticipant(owner, { conversationId, userId: user.id })
    const [mail] = await world().mailbox.to(email)
    expect(mail).toMatchObject({ subject: 'Your access to a conversation has ended', link: 'http://localhost:3000' })
    expect(mail?.text).toContain('Ada ended your access to a conversation.')
  })
})
