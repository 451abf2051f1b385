import { randomUUID } from 'node:crypto'
import { expect, it, vi } from 'vitest'
import { signIn, signOut, signUp } from '../auth/index.ts'
import type { Ctx } from '../context.ts'
import { createConversation, renameConversation } from '../conversations/index.ts'
import { applyPrompt } from '../drafts/index.ts'
import { sendPrompt } from '../generation/index.ts'
import { inviteParticipant } from '../participants/index.ts'
import { sessionsOn } from '../sessions/index.ts'
import { acceptShare, createShare, enterShare } from '../shares/index.ts'
import { rateTemplate } from '../ratings/index.ts'
import { createTemplate, saveTemplateVersion } from '../templates/index.ts'
import { ctxOf, entered, onEachDatabase, type World } from '../testing/index.ts'
import { hashToken } from '../tokens.ts'

/** Words that are nowhere else. */
const canary = (name: string) => `canary${name}${randomUUID().replaceAll('-', '')}`

async function signedUp(world: World, name: string) {
  const password = canary('password')
  const email = `${canary('mail')}@example.com`
  const { account, token } = entered(await signUp(ctxOf(world), { name, email, password }))
  const { session } = await sessionsOn(world.database.knex).validateSession(token)
  const ctx: Ctx = {
    ...ctxOf(world),
    actor: {
      kind: 'user',
      userId: account.id,
      name,
      role: account.role,
      sessionId: session?.rowId ?? '',
      confirmedAt: new Date(),
    },
    requestId: randomUUID(),
  }
  return { ctx, id: account.id, secrets: [password, email, email.split('@')[0] ?? '', token, hashToken(token)], email, password }
}

onEachDatabase('the audit of a day', (world) => {
  it('has none of what is secret or private', { timeout: 60_000 }, async () => {
    const name = canary('name')
    const owner = await signedUp(world(), name)
    const secrets = [...owner.secrets, name]
    const plant = (what: string) => {
      const word = canary(what)
      secrets.push(word)
      return word
    }
    await expect(signIn(ctxOf(world()), { email: owner.email, password: plant('wrong') })).rejects.toThrow('do not go together')
    await expect(signIn(ctxOf(world()), { email: `${plant('stranger')}@example.com`, password: plant('wrong') })).rejects.toThrow(
      'do not go together',
    )
    const again = entered(await signIn(ctxOf(world()), { email: owner.email, password: owner.password }))
    secrets.push(again.token)

    const { ctx } = owner
    const { id: conversationId } = await createConversation(ctx, { title: plant('title') })
    const sent = await sendPrompt(ctx, { conversationId, input: `A helper for a bakery. It says ${plant('prompt')} when asked.` })
    // Its first words become its title.
    const { id: untitledId } = await createConversation(ctx, {})
    const first = await sendPrompt(ctx, { conversationId: untitledId, input: `${plant('first')} helps people who bake.` })
    const title = (await world().database.knex('conversations').where({ id: untitledId }).first('title'))?.title
    expect(title).toContain(secrets.at(-1))
    for (const { id } of [sent, first]) {
      await vi.waitFor(() => expect(world().services.generations.isRunning(id)).toBe(false), { timeout: 20_000 })
    }
    await applyPrompt(ctx, { promptId: sent.id })
    const { url } = await createShare(ctx, { conversationId, role: 'editor', expiresInDays: 1 })
    const token = url.split('/').at(-1) ?? ''
    secrets.push(token, hashToken(token))
    const guest = await signedUp(world(), plant('guest'))
    secrets.push(...guest.secrets)
    await acceptShare(guest.ctx, { token })
    await enterShare(ctxOf(world()), { token, name: plant('nameless') })
    await inviteParticipant(ctx, { conversationId, role: 'viewer', email: `${plant('invited')}@example.com` })
    await renameConversation(guest.ctx, { id: conversationId, title: plant('title') })

    const text = { variables: [], settings: {}, message: 'First' }
    const { id: templateId } = await createTemplate(ctx, {
      ...text,
      organizationId: null,
      title: `A template of ${plant('template')}`,
      description: `It tells ${plant('description')}`,
      category: 'coding',
      tags: [plant('t')],
      family: null,
      visibility: 'public',
      content: `You say ${plant('content')}.`,
    })
    await saveTemplateVersion(ctx, {
      ...text,
      templateId,
      basedOn: 1,
      content: `Now you say ${plant('content')}.`,
      message: plant('message'),
    })
    await rateTemplate(guest.ctx, { templateId, rating: 4, review: `It is ${plant('review')}` })
    await signOut(ctx)

    const rows = await world().database.knex('audit_logs').select()
    const all = JSON.stringify(rows).toLowerCase()
    for (const secret of secrets) expect(all, secret).not.toContain(secret.toLowerCase())
    // It is the audit of just that: what may be told is there.
    for (const told of ['coding', 'sign-in-refused', 'sign-out', conversationId, templateId]) expect(all).toContain(told)
    const types = new Set(rows.map(({ entityType }) => entityType))
    for (const type of [
      'users',
      'conversations',
      'conversation_participants',
      'conversation_shares',
      'drafts',
      'prompts',
      'templates',
      'template_versions',
      'template_ratings',
    ]) {
      expect(types, type).toContain(type)
    }
  })

  it('tells of each sign-in and sign-out who, from where, in which session and request', async () => {
    const { ctx, id, email, password } = await signedUp(world(), 'Ada')
    const from = { ...ctxOf(world()), ip: '203.0.113.7', userAgent: 'Browser/1.0', requestId: 'the-request' }
    await expect(signIn(from, { email, password: 'not the password' })).rejects.toThrow('do not go together')
    const { token } = entered(await signIn(from, { email, password }))
    const { session } = await sessionsOn(world().database.knex).validateSession(token)
    await signOut({ ...ctx, ip: '203.0.113.8' })
    const rows = await world().database.knex('audit_logs').where({ entityId: id }).orderBy('sequence').select()
    const [, , refused, signedIn, signedOut] = rows
    const place = { entityType: 'users', ip: '203.0.113.7', userAgent: 'Browser/1.0', requestId: 'the-request' }
    expect(refused).toMatchObject({ action: 'sign-in-refused', actorId: null, sessionId: null, ...place })
    expect(signedIn).toMatchObject({ action: 'sign-in', actorId: id, ...place })
    expect(JSON.stringify(signedIn.metadata)).toContain(session?.rowId)
    const sessionId = ctx.actor.kind === 'user' && ctx.actor.sessionId
    expect(signedOut).toMatchObject({ action: 'sign-out', actorId: id, sessionId, ip: '203.0.113.8', requestId: ctx.requestId })
    for (const row of rows) {
      expect(row.id).toMatch(/^[0-9a-f-]{36}$/)
      expect(row.createdAt).not.toBeNull()
    }
  })
})
