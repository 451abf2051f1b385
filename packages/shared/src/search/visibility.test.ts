import { expect, it } from 'vitest'
import type { SearchInput } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { Conversation, ConversationParticipant, Prompt, Template, User } from '../models/index.ts'
import {
  buildConversation,
  buildOrganization,
  buildParticipant,
  buildPrompt,
  buildTemplate,
  buildUser,
  ctxOf,
  onEachDatabase,
  type World,
} from '../testing/index.ts'
import { search } from './index.ts'

type Kind = SearchInput['kind']

async function ids(ctx: Ctx, kind: Kind, text: string, sort: 'relevance' | 'newest' = 'relevance'): Promise<string[]> {
  const { items } = await search(ctx, { kind, text, sort, prefix: false })
  return items.map((hit) => (hit.kind === 'template' ? hit.template.id : hit.id))
}

const deleted = (world: World, user: User) =>
  withTransaction(ctxOf(world), async (tx) => User.with(tx).findById(user.id).patch({ deletedAt: new Date() }))

/** Both ways to search: by asking the index, and by walking where the words are said to be everywhere. */
const ways = ['by the index', 'by walking'] as const

async function choose(world: World, way: (typeof ways)[number], words: string[]): Promise<void> {
  const { knex } = world.database
  await knex('search_words').delete()
  if (way === 'by the index') return
  const rows = ['', ...words].flatMap((word) =>
    (['templates', 'conversations', 'prompts'] as const).map((kind) => ({ kind, word, rowCount: 1_000_000 })),
  )
  await knex('search_words').insert(rows)
}

const both = async (ctx: Ctx) => [await ids(ctx, 'conversations', 'heron'), await ids(ctx, 'prompts', 'heron', 'newest')]

onEachDatabase('a search shows', (world) => {
  it.each(ways)('templates that are public, one’s own or of one’s organization, and no others (%s)', async (way) => {
    await choose(world(), way, ['ostrich'])
    const { knex } = world().database
    const [owner, member, gone] = await Promise.all([buildUser(world()), buildUser(world()), buildUser(world())])
    const organization = await buildOrganization(world(), [member])
    const build = (visibility: 'private' | 'unlisted' | 'public', by = owner) =>
      buildTemplate(world(), { owner: by, title: 'Ostrich', visibility })
    const open = await build('public')
    const closed = await build('private')
    const unlisted = await build('unlisted')
    const ofMembers = await build('private')
    await knex('templates').where({ id: ofMembers.id }).update({ visibility: 'organization', organizationId: organization })
    const thrownAway = await build('public')
    await withTransaction(ctxOf(world(), owner), async (tx) =>
      Template.with(tx).findById(thrownAway.id).patch({ deletedAt: new Date() }),
    )
    await build('public', gone)
    await deleted(world(), gone)
    for (const sort of ['relevance', 'newest'] as const) {
      const seen = async (ctx: Ctx) => (await ids(ctx, 'templates', 'ostrich', sort)).toSorted()
      expect(await seen(ctxOf(world()))).toEqual([open.id])
      expect(await seen(ctxOf(world(), await buildUser(world())))).toEqual([open.id])
      expect(await seen(ctxOf(world(), member))).toEqual([open.id, ofMembers.id].toSorted())
      expect(await seen(ctxOf(world(), owner))).toEqual([open.id, closed.id, unlisted.id, ofMembers.id].toSorted())
      expect(await seen(ctxOf(world(), await buildUser(world(), { role: 'admin' })))).toEqual([open.id])
    }
    await knex('templates').where({ title: 'Ostrich' }).update({ deletedAt: new Date() })
  })

  it.each(ways)('conversations and prompts one takes part in, as long as one does (%s)', async (way) => {
    await choose(world(), way, ['heron'])
    const { id: conversationId, owner } = await buildConversation(world())
    await withTransaction(ctxOf(world(), owner), async (tx) =>
      Conversation.with(tx).findById(conversationId).patch({ title: 'Heron' }),
    )
    const prompt = await buildPrompt(world(), { conversationId, author: owner, userInput: 'What eats a heron?' })
    const viewer = await buildParticipant(world(), conversationId, 'viewer')
    const stranger = ctxOf(world(), await buildUser(world()))
    for (const person of [owner, viewer]) expect(await both(ctxOf(world(), person))).toEqual([[conversationId], [prompt.id]])
    expect(await both(stranger)).toEqual([[], []])

    await withTransaction(ctxOf(world(), owner), async (tx) =>
      ConversationParticipant.with(tx).where({ conversationId, userId: viewer.id }).delete(),
    )
    expect(await both(ctxOf(world(), viewer))).toEqual([[], []])

    const asOwner = ctxOf(world(), owner)
    await withTransaction(asOwner, async (tx) => Prompt.with(tx).findById(prompt.id).patch({ deletedAt: new Date() }))
    expect(await both(asOwner)).toEqual([[conversationId], []])
    await withTransaction(asOwner, async (tx) => Conversation.with(tx).findById(conversationId).patch({ deletedAt: new Date() }))
    expect(await both(asOwner)).toEqual([[], []])
  })

  it('nothing of a conversation whose owner is deleted', async () => {
    const { id: conversationId, owner } = await buildConversation(world())
    await buildPrompt(world(), { conversationId, author: owner, userInput: 'A stork' })
    const editor = ctxOf(world(), await buildParticipant(world(), conversationId, 'editor'))
    expect(await ids(editor, 'prompts', 'stork')).toHaveLength(1)
    await deleted(world(), owner)
    expect(await ids(editor, 'prompts', 'stork')).toEqual([])
  })

  it('templates to those who are not signed in, and nothing else', async () => {
    for (const kind of ['conversations', 'prompts'] as const) {
      await expect(ids(ctxOf(world()), kind, 'heron')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    }
  })
})
