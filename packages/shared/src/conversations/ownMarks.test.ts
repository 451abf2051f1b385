import { limits } from '@prologue/contracts'
import { expect, it } from 'vitest'
import { sendPrompt } from '../generation/index.ts'
import type { User } from '../models/index.ts'
import { deletePrompt } from '../prompts/index.ts'
import { buildConversation, buildParticipant, buildPrompt, ctxOf, onEachDatabase } from '../testing/index.ts'
import {
  duplicateConversation,
  getConversation,
  listConversations,
  markConversationRead,
  pinConversation,
  renameConversation,
} from './index.ts'

const at = (seconds: number) => new Date(Date.UTC(2026, 5, 1, 12, 0, seconds))

onEachDatabase('of a conversation', (world) => {
  const listOf = (user: User, input: object = {}) => listConversations(ctxOf(world(), user), { status: 'active', ...input })
  const unreadOf = async (user: User) => (await listOf(user)).items.map(({ unread }) => unread)

  const idsOf = async (user: User, role: 'mine' | 'shared') => (await listOf(user, { role })).items.map(({ id }) => id)

  async function buildTwo() {
    const { id, owner } = await buildConversation(world())
    const editor = await buildParticipant(world(), id, 'editor')
    for (let second = 1; second <= 3; second++) {
      await buildPrompt(world(), { conversationId: id, author: owner, createdAt: at(second) })
    }
    return { id, owner, editor }
  }

  it('the messages of others count as unread until they are read, and one’s own never', async () => {
    const { id, owner, editor } = await buildTwo()
    expect(await unreadOf(editor)).toEqual([3])
    expect(await unreadOf(owner)).toEqual([0])
    expect(await getConversation(ctxOf(world(), editor), { id })).toMatchObject({ unread: 3, pinned: false })
    await markConversationRead(ctxOf(world(), editor), { id, readThrough: at(2) })
    expect(await unreadOf(editor)).toEqual([1])
    expect(world().sent).toContainEqual({ event: 'conversations:changed', id: editor.id })
    await markConversationRead(ctxOf(world(), editor), { id })
    expect(await unreadOf(editor)).toEqual([0])
    await buildPrompt(world(), { conversationId: id, author: owner, createdAt: new Date() })
    expect(await unreadOf(editor)).toEqual([1])
    expect((await getConversation(ctxOf(world(), editor), { id })).unread).toBe(1)
  })

  it('the read mark never moves back, and nothing that is still to come is read', async () => {
    const { id, owner, editor } = await buildTwo()
    const ctx = ctxOf(world(), editor)
    await markConversationRead(ctx, { id, readThrough: at(3) })
    world().sent.length = 0
    await markConversationRead(ctx, { id, readThrough: at(1) })
    expect(world().sent).toEqual([])
    expect(await unreadOf(editor)).toEqual([0])
    await markConversationRead(ctx, { id, readThrough: new Date('2999-01-01') })
    await buildPrompt(world(), { conversationId: id, author: owner, createdAt: new Date(Date.now() + 1_000) })
    expect(await unreadOf(editor)).toEqual([1])
  })

  it('a mark that follows edits of the draft, comments and one’s own messages makes no list be read again', async () => {
    const { id, owner } = await buildTwo()
    world().sent.length = 0
    await markConversationRead(ctxOf(world(), owner), { id })
    const places = world().database.knex('conversation_participants').where({ conversationId: id, userId: owner.id })
    expect((await places.first('lastReadAt')).lastReadAt).not.toBeNull()
    expect(world().sent).toEqual([])
  })

  it('a message that was deleted is no longer unread', async () => {
    const { id, owner, editor } = await buildTwo()
    const { id: promptId } = await buildPrompt(world(), { conversationId: id, author: owner, createdAt: at(9) })
    expect(await unreadOf(editor)).toEqual([4])
    await deletePrompt(ctxOf(world(), owner), { id: promptId })
    expect(await unreadOf(editor)).toEqual([3])
  })

  it('no more unread messages are counted than are shown', async () => {
    const { id, owner, editor } = await buildTwo()
    for (let more = 0; more < limits.unread; more++) await buildPrompt(world(), { conversationId: id, author: owner })
    expect(await unreadOf(editor)).toEqual([limits.unread])
  }, 60_000)

  it('who pins it has it above the others, beside the first page and on no other', async () => {
    const { owner } = await buildConversation(world())
    const ids: string[] = []
    for (let index = 0; index < limits.page + 3; index++) ids.push((await buildConversation(world(), { owner })).id)
    const [first = '', second = ''] = ids
    const ctx = ctxOf(world(), owner)
    await pinConversation(ctx, { id: first, pinned: true })
    await pinConversation({ ...ctx, now: () => new Date(Date.now() + 1_000) }, { id: second, pinned: true })
    const page = await listOf(owner)
    expect(page.pinned.map(({ id, pinned }) => [id, pinned])).toEqual([
      [second, true],
      [first, true],
    ])
    const next = await listOf(owner, { cursor: page.nextCursor ?? '' })
    const shown = [...page.items, ...next.items].map(({ id }) => id)
    expect(shown).toHaveLength(ids.length - 1)
    expect(shown).not.toContain(first)
    expect(next.pinned).toEqual([])
    // What does not fit the filter is not shown for being pinned.
    await renameConversation(ctx, { id: first, title: 'A bicycle shop' })
    expect((await listOf(owner, { search: 'bicycle' })).pinned.map(({ id }) => id)).toEqual([first])
    expect((await listOf(owner, { status: 'archived' })).pinned).toEqual([])
    await pinConversation(ctx, { id: second, pinned: false })
    expect((await listOf(owner)).pinned.map(({ id }) => id)).toEqual([first])
  })

  it('pinning is one’s own, tells nobody else, and has an end', async () => {
    const { id, owner } = await buildConversation(world())
    const viewer = await buildParticipant(world(), id, 'viewer')
    const ctx = ctxOf(world(), viewer)
    world().sent.length = 0
    await pinConversation(ctx, { id, pinned: true })
    await pinConversation(ctx, { id, pinned: true })
    expect(world().sent).toEqual([{ event: 'conversations:changed', id: viewer.id }])
    expect((await listOf(viewer)).pinned).toHaveLength(1)
    expect((await listOf(owner)).pinned).toEqual([])
    for (let more = 1; more < limits.pinned; more++) {
      await pinConversation(ctx, { id: (await buildConversation(world(), { owner: viewer })).id, pinned: true })
    }
    const oneMore = await buildConversation(world(), { owner: viewer })
    await expect(pinConversation(ctx, { id: oneMore.id, pinned: true })).rejects.toMatchObject({ code: 'CONFLICT' })
    await pinConversation(ctx, { id, pinned: false })
    await pinConversation(ctx, { id: oneMore.id, pinned: true })
  }, 60_000)

  it('lists tell apart what is one’s own and what others share', async () => {
    const { id: shared, owner } = await buildConversation(world())
    const editor = await buildParticipant(world(), shared, 'editor')
    const { id: own } = await buildConversation(world(), { owner: editor })
    expect(await idsOf(editor, 'mine')).toEqual([own])
    expect(await idsOf(editor, 'shared')).toEqual([shared])
    expect(await idsOf(owner, 'shared')).toEqual([])
  })

  it('a copy is the reader’s own, with the brief and the text, and without messages and people', async () => {
    const { id, draftId, owner } = await buildConversation(world())
    const { drafts } = world().services
    await sendPrompt(ctxOf(world(), owner), { conversationId: id, input: 'A support assistant for a bicycle shop.' })
    await drafts.edit(draftId, { kind: 'assistant' }, () => [{ index: 0, remove: 0, insert: 'You are a mechanic. 🔧' }])
    const viewer = await buildParticipant(world(), id, 'viewer')
    const { id: copyId } = await duplicateConversation(ctxOf(world(), viewer), { id })
    const [original, copy] = [
      await getConversation(ctxOf(world(), owner), { id }),
      await getConversation(ctxOf(world(), viewer), { id: copyId }),
    ]
    expect(copy).toMatchObject({ title: `Copy of ${original.title}`, role: 'owner', status: 'active', unread: 0, pinned: false })
    expect(copy.participants.map(({ person }) => person.id)).toEqual([viewer.id])
    expect(await drafts.read(copy.draft.id)).toBe('You are a mechanic. 🔧')
    const { knex } = world().database
    const rows = await knex('conversations').whereIn('id', [id, copyId]).select('id', 'context', 'promptCount')
    const [one, other] = [rows.find((row) => row.id === id), rows.find((row) => row.id === copyId)]
    expect(other).toMatchObject({ context: one.context, promptCount: 0 })
    expect(JSON.stringify(other.context)).toContain('bicycle')
    const authors = await knex('draft_authors').where({ draftId: copy.draft.id }).select('kind', 'userId')
    expect(authors).toEqual([{ kind: 'user', userId: viewer.id }])
  })

  it('the title of a copy fits, and what has no title yet is named by its first brief still', async () => {
    const { id, owner } = await buildConversation(world())
    const ctx = ctxOf(world(), owner)
    const titleOfCopy = async () => (await getConversation(ctx, await duplicateConversation(ctx, { id }))).title
    expect(await titleOfCopy()).toBe('Untitled')
    await renameConversation(ctx, { id, title: 'x'.repeat(limits.title) })
    expect(await titleOfCopy()).toBe(`Copy of ${'x'.repeat(limits.title - 8)}`)
  })
})
