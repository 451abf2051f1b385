import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { needsSetup, signIn, signUp } from '../auth/index.ts'
import { withTransaction, type Ctx } from '../context.ts'
import { addParticipant, getConversation, listConversations } from '../conversations/index.ts'
import { draftAccess } from '../drafts/index.ts'
import { TemplateFavourite, TemplateOffer, TemplateRating, TemplateReport, User } from '../models/index.ts'
import { inviteParticipant, setParticipantRole } from '../participants/index.ts'
import { listPrompts } from '../prompts/index.ts'
import { liveSessions, openSession, sessionsOn } from '../sessions/index.ts'
import { acceptShare, createShare, lookAtShare } from '../shares/index.ts'
import {
  buildConversation,
  buildOrganization,
  buildParticipant,
  buildPrompt,
  buildTemplate,
  buildUser,
  ctxOf,
  entered,
  onEachDatabase,
} from '../testing/index.ts'
import { deleteUser, eraseUser, restoreUser } from './index.ts'

const password = 'a long enough password'

onEachDatabase('an account', (world) => {
  const admin = async () => ctxOf(world(), await buildUser(world(), { role: 'admin' }))
  const sessionOf = (token: string) => sessionsOn(world().database.knex).validateSession(token)

  async function signUpSomebody() {
    const input = { name: 'Grace Example', email: `${randomUUID()}@example.com`, password }
    const { account, token } = entered(await signUp(ctxOf(world()), input))
    const { session } = await sessionOf(token)
    return { input, account, token, sessionId: session?.rowId ?? '', ctx: ctxOf(world(), account) }
  }

  it('that is deleted lets nobody in, and ends every session at once', async () => {
    const { input, account, token, sessionId } = await signUpSomebody()
    await deleteUser(await admin(), { id: account.id })
    expect((await sessionOf(token)).session).toBeNull()
    expect(await liveSessions(world().database.knex, [sessionId])).toEqual(new Set())
    expect(world().sent).toContainEqual({ event: 'access:session', id: sessionId })
    expect(world().sent).toContainEqual({ event: 'access:account', id: account.id })
    const { email } = input
    const wrong = await signIn(ctxOf(world()), { email: 'nobody@example.com', password }).catch((error: unknown) => error)
    await expect(signIn(ctxOf(world()), { email, password })).rejects.toEqual(wrong)
    // The address stays theirs, for the day the account comes back.
    await expect(signUp(ctxOf(world()), input)).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('that comes back lets its person in again, but opens no session of before', async () => {
    const { input, account, token } = await signUpSomebody()
    const ctx = await admin()
    await deleteUser(ctx, { id: account.id })
    // As one that was being opened at that moment leaves it.
    const { id: late } = await openSession(ctxOf(world()), account.id)
    await restoreUser(ctx, { id: account.id })
    expect((await sessionOf(token)).session).toBeNull()
    expect((await sessionOf(late)).session).toBeNull()
    expect(entered(await signIn(ctxOf(world()), { email: input.email, password })).account.id).toBe(account.id)
  })

  it('that is deleted hides its conversations from all their people, and brings them back with it', async () => {
    const { account, ctx: owner } = await signUpSomebody()
    const { id, draftId } = await buildConversation(world(), {
      owner: await User.query(world().database.knex).findById(account.id).throwIfNotFound(),
    })
    const editor = ctxOf(world(), await buildParticipant(world(), id, 'editor'))
    const { url } = await createShare(owner, { conversationId: id, role: 'viewer', expiresInDays: null })
    const token = url.split('/s/')[1] ?? ''
    const ctx = await admin()
    await deleteUser(ctx, { id: account.id })
    await expect(getConversation(editor, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(draftAccess(world().database, editor.actor, draftId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await listConversations(editor, { status: 'active' })).items).toEqual([])
    await expect(lookAtShare(ctxOf(world()), { token })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(acceptShare(editor, { token })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await restoreUser(ctx, { id: account.id })
    expect((await getConversation(editor, { id })).participants).toHaveLength(2)
    expect(await lookAtShare(ctxOf(world()), { token })).toMatchObject({ sharedBy: 'Grace Example' })
  })

  it('that is deleted leaves the conversations of others, where its prompts stay under its name', async () => {
    const { id, draftId, owner } = await buildConversation(world())
    const author = await buildParticipant(world(), id, 'editor')
    await buildPrompt(world(), { conversationId: id, author })
    await deleteUser(await admin(), { id: author.id })
    const seen = await getConversation(ctxOf(world(), owner), { id })
    expect(seen.participants.map(({ person }) => person.name)).toEqual(['Ada'])
    const { items } = await listPrompts(ctxOf(world(), owner), { conversationId: id })
    expect(items.map((prompt) => prompt.author.name)).toEqual(['A editor'])
    await expect(draftAccess(world().database, ctxOf(world(), author).actor, draftId)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('is deleted, brought back and erased by administrators only', async () => {
    const user = await buildUser(world())
    const moderator = ctxOf(world(), await buildUser(world(), { role: 'moderator' }))
    const attempts = [deleteUser, restoreUser, eraseUser]
    for (const attempt of attempts) {
      await expect(attempt(ctxOf(world()), { id: user.id })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
      for (const ctx of [ctxOf(world(), user), moderator]) {
        await expect(attempt(ctx, { id: user.id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
      }
      await expect(attempt(await admin(), { id: randomUUID() })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
    expect(await User.query(world().database.knex).findById(user.id)).toBeDefined()
  })
})

onEachDatabase('the administrators', (world) => {
  it('cannot all remove each other, also at once', async () => {
    const admins = await Promise.all([1, 2, 3].map(() => buildUser(world(), { role: 'admin' })))
    const removals = admins.map((target, index) => {
      const by: Ctx = ctxOf(world(), admins[(index + 1) % admins.length] ?? target)
      return index === 2 ? eraseUser(by, { id: target.id }) : deleteUser(by, { id: target.id })
    })
    const results = await Promise.allSettled(removals)
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'fulfilled', 'rejected'])
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'CONFLICT' } })
    expect(await needsSetup(world().database.knex)).toBe(false)
  })
})

onEachDatabase('an erased account', (world) => {
  it('keeps nothing that tells who it was, and its id everywhere', async () => {
    const ctx = ctxOf(world(), await buildUser(world(), { role: 'admin' }))
    const secret = `canary-${randomUUID()}`
    const { account } = entered(await signUp(ctxOf(world()), { name: secret, email: `${secret}@example.com`, password }))
    const person = ctxOf(world(), account)
    const { id: conversationId, owner } = await buildConversation(world())
    const { id: templateId } = await buildTemplate(world())
    await withTransaction(person, async (tx) => {
      await addParticipant(tx, { conversationId, userId: account.id, role: 'editor' })
      await TemplateRating.with(tx).insert({ templateId, userId: account.id, rating: 4, review: `${secret} liked it` })
      await TemplateFavourite.with(tx).insert({ templateId, userId: account.id })
      await TemplateOffer.with(tx).insert({ templateId, offeredTo: account.id })
      const report = {
        templateId,
        ratingId: null,
        aboutId: templateId,
        reporterId: account.id,
        reportedNumber: 1,
        reason: 'spam',
        status: 'open',
      } as const
      await TemplateReport.with(tx).insert({ ...report, details: `${secret} says so`, decidedBy: null, decidedAt: null })
    })
    const author = await User.query(world().database.knex).findById(account.id).throwIfNotFound()
    const prompt = await buildPrompt(world(), {
      conversationId,
      author,
      status: 'cancelled',
      statusReason: 'Stopped.',
      stoppedBy: account.id,
    })
    const { knex } = world().database
    const now = new Date()
    const row = { userId: account.id, createdAt: now, updatedAt: now }
    await knex('oauth_accounts').insert({ ...row, id: randomUUID(), provider: 'x', providerUserId: secret })
    await knex('user_tokens').insert({
      ...row,
      id: randomUUID(),
      purpose: 'change-email',
      tokenHash: 'a'.repeat(64),
      email: `${secret}@example.org`,
      expiresAt: now,
    })

    // To an address of before, and as somebody typed it who invited them.
    for (const mail of [{ userId: account.id, recipient: `${secret}@example.net` }, { recipient: `${secret}@EXAMPLE.com` }]) {
      const sent = { subject: 'A mail', status: 'sent', dueAt: now, createdAt: now, updatedAt: now }
      await knex('mail_outbox').insert({ ...sent, ...mail, id: randomUUID() })
    }
    for (const keyHash of ['b'.repeat(64), 'c'.repeat(64)]) {
      await knex('api_keys').insert({ ...row, id: randomUUID(), name: secret, keyHash, scopes: '[]' })
    }
    await buildOrganization(world(), [account])
    const by = ctxOf(world(), owner)
    await inviteParticipant(by, { conversationId, role: 'viewer', email: `${secret}@EXAMPLE.com` })
    await setParticipantRole(by, { conversationId, userId: account.id, role: 'viewer' })
    await world().mailbox.settled()

    await eraseUser(ctx, { id: account.id })
    await eraseUser(ctx, { id: account.id })
    const tables = [
      'users',
      'sessions',
      'oauth_accounts',
      'user_tokens',
      'template_ratings',
      'template_reports',
      'prompts',
      'api_keys',
      'conversation_shares',
      'mail_outbox',
      'audit_logs',
    ]
    for (const table of tables) expect(JSON.stringify(await knex(table)), table).not.toContain(secret)
    for (const table of ['conversation_participants', 'notifications']) {
      expect(await knex(table).where({ userId: account.id }), table).toEqual([])
    }
    expect(await knex('template_ratings').where({ userId: account.id })).toMatchObject([{ rating: 4, review: null }])
    expect(await knex('template_reports').where({ templateId })).toMatchObject([{ reason: 'spam', status: 'open', details: '' }])
    for (const table of ['template_favourites', 'template_offers']) {
      expect(await knex(table).where({ templateId }), table).toEqual([])
    }
    const { items } = await listPrompts(ctxOf(world(), owner), { conversationId })
    expect(items).toMatchObject([
      { id: prompt.id, statusReason: 'Stopped by Deleted user.', author: { id: account.id, name: 'Deleted user' } },
    ])
    const erasures = await knex('audit_logs')
      .where({ entityType: 'users', entityId: account.id, action: 'erase' })
      .pluck('metadata')
    expect(erasures).toHaveLength(1)
    const [metadata] = erasures
    expect(typeof metadata === 'string' ? JSON.parse(metadata) : metadata).toMatchObject({
      removed: { api_keys: 2, organization_members: 1, oauth_accounts: 1, user_tokens: 2, notifications: 1, mail_outbox: 2 },
    })

    await expect(restoreUser(ctx, { id: account.id })).rejects.toMatchObject({ code: 'CONFLICT' })
    const again = entered(await signUp(ctxOf(world()), { name: 'Somebody', email: `${secret}@example.com`, password }))
    expect(again.account.id).not.toBe(account.id)
  })
})
