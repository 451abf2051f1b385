import { randomBytes, randomUUID } from 'node:crypto'
import type { UserRole } from '@prologue/contracts'
import { hash } from '@node-rs/argon2'
import { openSession } from '@prologue/shared'
import {
  buildConversation,
  buildOrganization,
  buildPrompt,
  buildTemplate,
  buildUser,
  ctxOf,
  type World,
} from '@prologue/shared/testing'
import { callerOf, type Cookie } from '../people.ts'
import { sharedWords } from './buildInputs.ts'
import { sessionCookieName } from '../../http/sessionCookie.ts'

export type Belongings = Awaited<ReturnType<typeof buildBelongings>>

/**
 * Somebody with one of everything there is, written through the API of a running server. `canary` stands in every text of theirs
 * and in nothing of anybody else.
 */
export async function buildBelongings(world: World, url: string, role: UserRole = 'user') {
  const { knex } = world.database
  const canary = `canary${randomBytes(8).toString('hex')}`
  const text = `${sharedWords} ${canary}`
  const user = await buildSomebody(world, { name: text, role })
  await knex('users')
    .where({ id: user.id })
    .update({ email: `${canary}@example.com`, emailCanonical: `${canary}@example.com` })
  const cookie = await signIn(world, url, user, canary)
  const api = callerOf(url, cookie)
  const { rowId: session } = await openSession({ ...ctxOf(world), ip: '192.0.2.1', userAgent: canary }, user.id)

  const { id: conversation, draftId: draft } = await buildConversation(world, { owner: user })
  await api.conversations.rename.mutate({ id: conversation, title: text })
  const said = { conversationId: conversation, author: user, userInput: text, systemPrompt: text, response: text }
  const { id: prompt } = await buildPrompt(world, said)
  const { checkpointId } = await api.drafts.applyPrompt.mutate({ promptId: prompt })
  await api.drafts.setLock.mutate({ conversationId: conversation, section: canary, lock: 'locked' })
  const now = new Date()
  const promptEdit = randomUUID()
  const edit = { promptId: prompt, position: 0, section: canary, op: 'replace', text, state: 'open' }
  await knex('prompt_edits').insert({ ...edit, id: promptEdit, createdAt: now, updatedAt: now })
  const { id: deletedPrompt } = await buildPrompt(world, said)
  await api.prompts.delete.mutate({ id: deletedPrompt })
  const remark = { conversationId: conversation, body: text, mentions: [user.id] }
  const { id: comment } = await api.comments.add.mutate(remark)
  const { id: deletedComment } = await api.comments.add.mutate(remark)
  await api.comments.delete.mutate({ id: deletedComment })
  const link = { conversationId: conversation, role: 'editor', expiresInDays: null } as const
  const { share } = await api.shares.create.mutate(link)
  const spent = await api.shares.create.mutate(link)
  await api.shares.revoke.mutate({ id: spent.share.id })
  await api.participants.invite.mutate({ conversationId: conversation, role: 'viewer', email: `${canary}@example.org` })
  const { id: deletedConversation } = await api.conversations.create.mutate({ title: text })
  await api.conversations.delete.mutate({ id: deletedConversation })

  const named = { title: text, description: text, category: 'writing', tags: [canary] } as const
  const content = { content: text, message: text, variables: [] }
  const { id: template, slug } = await api.templates.create.mutate({ ...named, ...content, tags: [canary] })
  const version = await api.templates.saveVersion.mutate({
    templateId: template,
    basedOn: 1,
    ...content,
  })
  await api.templates.moveLabel.mutate({ templateId: template, name: canary, number: 1 })
  const { id: deletedTemplate } = await api.templates.create.mutate({ ...named, ...content, tags: [canary] })
  await api.templates.delete.mutate({ id: deletedTemplate })
  // Offered first: what is half written on is not.
  const { id: taker } = await buildUser(world)
  await api.templateOffers.create.mutate({ templateId: template, userId: taker })
  const { id: begunTemplate } = await api.templates.begin.mutate({ title: text })
  for (const [templateId, basedOn] of [
    [template, 2],
    [begunTemplate, 0],
  ] as const) {
    const typed = { content: text, variables: [{ name: canary }], settings: {} }
    await api.templateDrafts.save.mutate({ templateId, ...typed, basedOn, revision: 0 })
  }
  const { id: fork } = await api.templates.fork.mutate({ id: template })
  const { id: rated } = await buildTemplate(world)
  await api.templates.rate.mutate({ templateId: rated, rating: 1, review: text })
  await api.favourites.add.mutate({ templateId: rated })
  await api.templateReports.create.mutate({ templateId: rated, reason: 'other', details: text })
  // What somebody else wrote about a template of theirs.
  const review = randomUUID()
  const written = { userId: taker, rating: 3, review: 'Words of somebody else', createdAt: new Date(), updatedAt: new Date() }
  await knex('template_ratings').insert({ id: review, templateId: template, ...written })
  const organization = await buildOrganization(world, [user])
  await knex('organizations').where({ id: organization }).update({ name: text })

  const idIn = async (table: string, where: object) => {
    const row = await knex(table).where(where).first<{ id: string } | undefined>('id')
    if (!row) throw new Error(`Nothing was built in ${table}`)
    return row.id
  }
  const mailToken = { purpose: 'verify-email', tokenHash: randomBytes(32).toString('hex'), expiresAt: new Date() }
  await knex('user_tokens').insert({
    ...mailToken,
    id: randomUUID(),
    userId: user.id,
    createdAt: new Date(),
    updatedAt: new Date(),
  })

  const told = { userId: user.id, conversationId: conversation, kind: 'invited', data: JSON.stringify({ role: 'editor' }) }
  const notification = randomUUID()
  await knex('notifications').insert({ ...told, id: notification, createdAt: now, updatedAt: now })

  const accountInvitation = randomUUID()
  const asked = { email: `new.${canary}@example.org`, emailCanonical: `new.${canary}@example.org`, invitedBy: user.id }
  const waits = { tokenHash: randomBytes(32).toString('hex'), expiresAt: new Date(now.getTime() + 86_400_000) }
  await knex('account_invitations').insert({ ...asked, ...waits, id: accountInvitation, createdAt: now, updatedAt: now })

  // Switched off: what is on is offered to everybody.
  const provider = randomUUID()
  const server = { name: canary, kind: 'openai-compatible', baseUrl: 'http://127.0.0.1:9', models: '["a-model"]' }
  const place = { enabled: false, fallback: false, position: 0 }
  await knex('providers').insert({ id: provider, ...server, ...place, createdAt: now, updatedAt: now })

  const alert = randomUUID()
  const burst = { onceKey: canary, firstAt: now, lastAt: now, count: 1, actorId: user.id }
  await knex('alerts').insert({ id: alert, kind: 'mass-delete', ...burst, createdAt: now, updatedAt: now })

  return {
    canary,
    cookie,
    api,
    slug,
    /** Of a link that was withdrawn: who holds a live one may come in. */
    token: spent.url.split('/s/')[1] ?? '',
    ids: {
      user: user.id,
      session,
      mailToken: await idIn('user_tokens', { userId: user.id }),
      organization,
      conversation,
      deletedConversation,
      participant: await idIn('conversation_participants', { conversationId: conversation }),
      share: share.id,
      invitation: await idIn('conversation_shares', { emailCanonical: `${canary}@example.org` }),
      accountInvitation,
      notification,
      provider,
      alert,
      draft,
      checkpoint: checkpointId ?? '',
      comment,
      deletedComment,
      prompt,
      deletedPrompt,
      promptEdit,
      template,
      deletedTemplate,
      begunTemplate,
      fork,
      templateDraft: await idIn('template_drafts', { templateId: template }),
      version: version.id,
      label: await idIn('template_labels', { templateId: template }),
      rating: await idIn('template_ratings', { userId: user.id }),
      review,
      favourite: await idIn('template_favourites', { userId: user.id }),
      report: await idIn('template_reports', { reporterId: user.id }),
      offer: await idIn('template_offers', { templateId: template }),
      auditEntry: await idIn('audit_logs', { actorId: user.id }),
    },
  }
}

/** Everybody's who is built. */
export const password = 'a long enough password'
const passwordHash = hash(password)

/** An account with nothing of its own. */
export async function buildSomebody(world: World, said: { name?: string; role: UserRole }) {
  const user = await buildUser(world, said)
  await world.database
    .knex('users')
    .where({ id: user.id })
    .update({ passwordHash: await passwordHash })
  return user
}

/** The cookie of a new session. */
export async function signIn(world: World, url: string, { id }: { id: string }, userAgent = 'a test'): Promise<Cookie> {
  const { id: token } = await openSession({ ...ctxOf(world), userAgent }, id)
  return { value: `${sessionCookieName(url)}=${token}` }
}
