import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { signIn } from '../auth/index.ts'
import { getConversation } from '../conversations/index.ts'
import { User } from '../models/index.ts'
import { purgeDeleted } from '../retention/index.ts'
import { sessionsOn } from '../sessions/index.ts'
import {
  buildConversation,
  buildParticipant,
  buildTemplate,
  buildUser,
  ctxOf,
  onEachDatabase,
  signedUp,
} from '../testing/index.ts'
import { countBelongings, deleteOwnAccount, restoreUser } from './index.ts'

const after = (days: number) => new Date(Date.now() + days * 86_400_000)

onEachDatabase('an account that its person deletes', (world) => {
  const rowOf = async (id: string) =>
    User.query(world().database.knex).context({ withDeleted: true }).findById(id).throwIfNotFound()

  it('is closed at once, everywhere, and a mail says so', async () => {
    const grace = await signedUp(world())
    const owner = await rowOf(grace.id)
    const { id } = await buildConversation(world(), { owner })
    const editor = await buildParticipant(world(), id, 'editor')
    await deleteOwnAccount(grace.ctx, { email: grace.email.toUpperCase(), password: grace.password })
    expect((await sessionsOn(world().database.knex).validateSession(grace.token)).session).toBeNull()
    expect(world().sent).toContainEqual({ event: 'access:session', id: grace.sessionId })
    expect(world().sent).toContainEqual({ event: 'access:account', id: grace.id })
    await expect(signIn(ctxOf(world()), grace)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    await expect(getConversation(ctxOf(world(), editor), { id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await world().mailbox.to(grace.email)).at(-1)).toMatchObject({ subject: 'Your account is deleted' })
  })

  it('comes back by an administrator within thirty days, and is erased after them', async () => {
    const [kept, gone] = [await signedUp(world()), await signedUp(world())]
    for (const person of [kept, gone]) await deleteOwnAccount(person.ctx, person)
    const purgeAt = (now: Date) =>
      purgeDeleted({ ...ctxOf(world()), actor: { kind: 'system' }, now: () => now }, { olderThanDays: 30 })
    await purgeAt(after(29))
    await restoreUser(ctxOf(world(), await buildUser(world(), { role: 'admin' })), { id: kept.id })
    expect(await signIn(ctxOf(world()), kept)).toMatchObject({ status: 'signed-in' })
    await purgeAt(after(31))
    expect(await rowOf(gone.id)).toMatchObject({ name: 'Deleted user' })
    expect(await rowOf(kept.id)).toMatchObject({ name: kept.name, deletedAt: null })
  })

  it('stays for another address, for a wrong password, and while its person did not prove lately who they are', async () => {
    const { ctx, id, email, password } = await signedUp(world())
    const other = { email: `${randomUUID()}@example.com`, password }
    await expect(deleteOwnAccount(ctx, other)).rejects.toMatchObject({ code: 'VALIDATION' })
    await expect(deleteOwnAccount(ctx, { email, password: 'wrong' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await rowOf(id)).toMatchObject({ deletedAt: null, failedSignIns: 1 })
    await expect(deleteOwnAccount(ctxOf(world()), other)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  it('is counted before: what it owns, and what others have a part in', async () => {
    const { ctx, id } = await signedUp(world())
    const owner = await rowOf(id)
    await buildConversation(world(), { owner })
    await buildParticipant(world(), (await buildConversation(world(), { owner })).id, 'viewer')
    await buildTemplate(world(), { owner })
    await buildTemplate(world(), { owner, visibility: 'private' })
    await buildConversation(world())
    expect(await countBelongings(ctx)).toEqual({ conversations: 2, sharedConversations: 1, templates: 2, publicTemplates: 1 })
  })
})

onEachDatabase('the only administrator', (world) => {
  it('is told to make somebody else one first', async () => {
    const { ctx, id, email, password } = await signedUp(world())
    await world().database.knex('users').where({ id }).update({ role: 'admin' })
    const refused = { code: 'CONFLICT', message: 'This is the only administrator. Make somebody else one first.' }
    await expect(deleteOwnAccount(ctx, { email, password })).rejects.toMatchObject(refused)
    await buildUser(world(), { role: 'admin' })
    await deleteOwnAccount(ctx, { email, password })
    await expect(signIn(ctxOf(world()), { email, password })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })
})
