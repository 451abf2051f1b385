import { limits } from '@prologue/contracts'
import { expect, it } from 'vitest'
import { addComment } from '../comments/index.ts'
import { deleteConversation, renameConversation } from '../conversations/index.ts'
import { bringBack } from '../deletedContent/index.ts'
import { reactToPrompt } from '../prompts/index.ts'
import { rateTemplate } from '../ratings/index.ts'
import { reportTemplate } from '../templateReports/index.ts'
import { saveTemplateVersion, updateTemplate } from '../templates/index.ts'
import { eraseUser, setRole } from '../users/index.ts'
import {
  buildConversation,
  buildParticipant,
  buildPrompt,
  buildTemplate,
  buildUser,
  ctxOf,
  onEachDatabase,
} from '../testing/index.ts'
import { listConversationActivity, listTemplateActivity } from './index.ts'

const told = (items: readonly { action: string; entity: { type: string } }[]) =>
  items.map(({ action, entity }) => `${action} ${entity.type}`)

onEachDatabase('the activity of one’s own', (world) => {
  it('tells the owner of a conversation what happened to it and its parts, whoever did it, and of no other one', async () => {
    const { id: conversationId, owner } = await buildConversation(world())
    await buildConversation(world(), { owner })
    const editor = await buildParticipant(world(), conversationId, 'editor')
    const { id } = await buildPrompt(world(), { conversationId, author: owner })
    await renameConversation(ctxOf(world(), editor), { id: conversationId, title: 'New' })
    await addComment(ctxOf(world(), editor), { conversationId, body: 'Shorter?' })
    await reactToPrompt(ctxOf(world(), editor), { id, emoji: '👍', on: true })
    const { items } = await listConversationActivity(ctxOf(world(), owner), { conversationId })
    expect(told(items)).toEqual([
      'create prompt_reactions',
      'create comments',
      'update conversations',
      'create prompts',
      'create conversation_participants',
      'create drafts',
      'create conversation_participants',
      'create conversations',
    ])
    expect(items[2]).toMatchObject({ by: { kind: 'person', id: editor.id, name: editor.name }, changes: { title: {} } })
    expect(items.at(-1)).toMatchObject({ by: { kind: 'person', id: owner.id }, entity: { id: conversationId } })
  })

  it('tells of nobody where they were, and by what', async () => {
    const { id: conversationId, owner } = await buildConversation(world())
    const { items } = await listConversationActivity(ctxOf(world(), owner), { conversationId })
    const allowed = ['id', 'sequence', 'at', 'by', 'action', 'entity', 'changes']
    expect(items.flatMap((item) => Object.keys(item)).filter((key) => !allowed.includes(key))).toEqual([])
    expect(JSON.stringify(items)).not.toContain('127.0.0.1')
  })

  it('is for who owns it: others in a conversation are refused, all others find none', async () => {
    const { id: conversationId } = await buildConversation(world())
    const editor = await buildParticipant(world(), conversationId, 'editor')
    const admin = await buildUser(world(), { role: 'admin' })
    await expect(listConversationActivity(ctxOf(world(), editor), { conversationId })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await expect(listConversationActivity(ctxOf(world(), admin), { conversationId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    const { id: templateId } = await buildTemplate(world())
    for (const person of [editor, admin]) {
      await expect(listTemplateActivity(ctxOf(world(), person), { templateId })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
    await expect(listTemplateActivity(ctxOf(world()), { templateId })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  it('names nobody who acts for the server', async () => {
    const { id: conversationId, owner } = await buildConversation(world())
    const admin = await buildUser(world(), { name: 'Root', role: 'admin' })
    await deleteConversation(ctxOf(world(), owner), { id: conversationId })
    await bringBack(ctxOf(world(), admin), { kind: 'conversation', id: conversationId })
    const { items } = await listConversationActivity(ctxOf(world(), owner), { conversationId })
    expect(items.slice(0, 2)).toMatchObject([
      { action: 'restore', by: { kind: 'staff' } },
      { action: 'delete', by: { kind: 'person', id: owner.id } },
    ])
    expect(JSON.stringify(items)).not.toContain(admin.id)
  })

  it('names an administrator who takes part, and one whose template it is', async () => {
    const admin = await buildUser(world(), { name: 'Root', role: 'admin' })
    const { id: conversationId } = await buildConversation(world(), { owner: admin })
    const { id: templateId } = await buildTemplate(world(), { owner: admin })
    const ctx = ctxOf(world(), admin)
    const pages = [await listConversationActivity(ctx, { conversationId }), await listTemplateActivity(ctx, { templateId })]
    const doers = pages.flatMap(({ items }) => items.map(({ by }) => by))
    expect(new Set(doers.map(({ kind }) => kind))).toEqual(new Set(['person']))
  })

  it('tells who keeps a template what became of it, and not who rated or reported it', async () => {
    const { id: templateId, owner } = await buildTemplate(world())
    const reader = ctxOf(world(), await buildUser(world(), { name: 'Grace' }))
    const moderator = ctxOf(world(), await buildUser(world(), { name: 'Edsger', role: 'moderator' }))
    await rateTemplate(reader, { templateId, rating: 2, review: 'Too long.' })
    await reportTemplate(reader, { templateId, reason: 'spam', details: '' })
    const text = { content: 'You are an editor who is kind.', variables: [], settings: {} }
    await saveTemplateVersion(ctxOf(world(), owner), { templateId, basedOn: 1, message: '', ...text })
    await updateTemplate(moderator, { id: templateId, visibility: 'private' })
    const { items } = await listTemplateActivity(ctxOf(world(), owner), { templateId })
    expect(told(items)).toEqual(['update templates', 'create template_versions', 'create template_versions', 'create templates'])
    expect(items[0]).toMatchObject({ by: { kind: 'staff' }, changes: { visibility: { from: 'public', to: 'private' } } })
    expect(JSON.stringify(items)).not.toContain('Edsger')
  })

  it('names nobody either who acted for the server once and has another role now', async () => {
    const { id: templateId, owner } = await buildTemplate(world())
    const moderator = await buildUser(world(), { name: 'Edsger', role: 'moderator' })
    await updateTemplate(ctxOf(world(), moderator), { id: templateId, visibility: 'private' })
    await setRole(ctxOf(world(), await buildUser(world(), { role: 'admin' })), { id: moderator.id, role: 'user' })
    const { items } = await listTemplateActivity(ctxOf(world(), owner), { templateId })
    expect(items[0]).toMatchObject({ by: { kind: 'staff' }, action: 'update' })
  })

  it('tells nobody’s id who acted for the server and is erased since', async () => {
    const { id: templateId, owner } = await buildTemplate(world())
    const moderator = await buildUser(world(), { role: 'moderator' })
    await updateTemplate(ctxOf(world(), moderator), { id: templateId, visibility: 'private' })
    await eraseUser(ctxOf(world(), await buildUser(world(), { role: 'admin' })), { id: moderator.id })
    const { items } = await listTemplateActivity(ctxOf(world(), owner), { templateId })
    expect(items[0]).toMatchObject({ by: { kind: 'staff' }, action: 'update' })
  })

  it('is read page by page, each row once', async () => {
    const { id: conversationId, owner } = await buildConversation(world())
    const ctx = ctxOf(world(), owner)
    for (let turn = 0; turn < limits.page; turn += 1)
      await renameConversation(ctx, { id: conversationId, title: `Title ${turn}` })
    const first = await listConversationActivity(ctx, { conversationId })
    const second = await listConversationActivity(ctx, { conversationId, cursor: first.nextCursor ?? undefined })
    expect(first.items).toHaveLength(limits.page)
    expect(second.nextCursor).toBeNull()
    const ids = [...first.items, ...second.items].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(told(second.items).at(-1)).toBe('create conversations')
  })
})
