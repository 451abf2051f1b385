import { expect, it } from 'vitest'
import { withTransaction } from '../context.ts'
import {
  buildConversation,
  buildParticipant,
  buildPrompt,
  buildTemplate,
  buildUser,
  ctxOf,
  onEachDatabase,
} from '../testing/index.ts'
import {
  Conversation,
  ConversationParticipant,
  Draft,
  Prompt,
  Template,
  TemplateLabel,
  TemplateRating,
  TemplateVersion,
} from './index.ts'

const deleted = { withDeleted: true }

onEachDatabase('a row that belongs to another', (world) => {
  async function setDeleted(table: 'conversations' | 'users' | 'templates', id: string, deletedAt: Date | null) {
    await world().database.knex(table).where({ id }).update({ deletedAt })
  }

  async function buildRoom() {
    const { id, draftId, owner } = await buildConversation(world())
    const author = await buildParticipant(world(), id, 'editor')
    const prompt = await buildPrompt(world(), { conversationId: id, author })
    const { knex } = world().database
    const there = async () => ({
      conversation: (await Conversation.query(knex).findById(id)) !== undefined,
      draft: (await Draft.query(knex).findById(draftId)) !== undefined,
      prompt: (await Prompt.query(knex).findById(prompt.id)) !== undefined,
      participants: await ConversationParticipant.query(knex).where({ conversationId: id }).resultSize(),
    })
    return { id, owner, author, prompt, knex, there }
  }
  const all = { conversation: true, draft: true, prompt: true, participants: 2 }
  const none = { conversation: false, draft: false, prompt: false, participants: 0 }

  it('is hidden with it and comes back with it, with no mark of its own', async () => {
    const { id, prompt, knex, there } = await buildRoom()
    expect(await there()).toEqual(all)
    await setDeleted('conversations', id, new Date())
    expect(await there()).toEqual(none)
    expect(await Prompt.query(knex).context(deleted).findById(prompt.id)).toMatchObject({ deletedAt: null })
    await setDeleted('conversations', id, null)
    expect(await there()).toEqual(all)
  })

  it('is hidden with what the other one belongs to', async () => {
    const { owner, there } = await buildRoom()
    await setDeleted('users', owner.id, new Date())
    expect(await there()).toEqual(none)
    await setDeleted('users', owner.id, null)
    expect(await there()).toEqual(all)
  })

  it('stays where only its author is gone', async () => {
    const { author, there } = await buildRoom()
    await setDeleted('users', author.id, new Date())
    expect(await there()).toEqual({ ...all, participants: 1 })
  })

  it('brings no deleted row along when its relations are fetched', async () => {
    const { id, knex, author } = await buildRoom()
    const ofRoom = () => ConversationParticipant.query(knex).where('conversationId', id)
    const names = async () => (await ofRoom().withGraphFetched('user')).map(({ user }) => user?.name ?? '')
    expect((await names()).toSorted()).toEqual(['A editor', 'Ada'])
    const joined = await ofRoom().alias('mine').withGraphJoined('[user, conversation.owner]')
    expect(joined.map(({ conversation }) => conversation?.owner?.name)).toEqual(['Ada', 'Ada'])

    await setDeleted('users', author.id, new Date())
    // The row itself is asked for on purpose, what it leads to is not.
    const rows = await knex('conversation_participants').where({ conversationId: id, userId: author.id })
    const fetched = await ConversationParticipant.fetchGraph(
      rows.map((row) => ConversationParticipant.fromJson(row)),
      'user',
      {
        transaction: knex,
      },
    )
    expect(fetched.map(({ user }) => user ?? null)).toEqual([null])
    const visible = await ofRoom().alias('mine').withGraphJoined('user')
    expect(visible.map(({ user }) => user?.name)).toEqual(['Ada'])
    const prompts = await Prompt.query(knex).where('conversationId', id).withGraphFetched('conversation.owner')
    expect(prompts[0]?.conversation?.owner?.name).toBe('Ada')
  })

  async function buildRated() {
    const { id, owner } = await buildTemplate(world())
    const rater = await buildUser(world())
    await withTransaction(ctxOf(world()), async (tx) => {
      await TemplateLabel.with(tx).insert({ templateId: id, name: 'production', number: 1, movedBy: owner.id })
      await TemplateRating.with(tx).insert({ templateId: id, userId: rater.id, rating: 4, review: null })
    })
    const { knex } = world().database
    const ofIt = { templateId: id }
    const there = async () => ({
      template: (await Template.query(knex).findById(id)) !== undefined,
      versions: await TemplateVersion.query(knex).where(ofIt).resultSize(),
      labels: await TemplateLabel.query(knex).where(ofIt).resultSize(),
      ratings: await TemplateRating.query(knex).where(ofIt).resultSize(),
    })
    return { id, owner, rater, knex, there }
  }
  const wholeTemplate = { template: true, versions: 1, labels: 1, ratings: 1 }
  const noTemplate = { template: false, versions: 0, labels: 0, ratings: 0 }

  it('is hidden with its template, and with the owner of that', async () => {
    const { id, owner, rater, knex, there } = await buildRated()
    expect(await there()).toEqual(wholeTemplate)
    for (const [table, row] of [
      ['templates', id],
      ['users', owner.id],
    ] as const) {
      await setDeleted(table, row, new Date())
      expect(await there(), table).toEqual(noTemplate)
      expect(await TemplateVersion.query(knex).context(deleted).where({ templateId: id }).resultSize()).toBe(1)
      await setDeleted(table, row, null)
      expect(await there(), table).toEqual(wholeTemplate)
    }
    await setDeleted('users', rater.id, new Date())
    expect(await there()).toEqual(wholeTemplate)
  })

  it('is hidden with nobody where it belongs to nobody', async () => {
    const { id, owner, knex, there } = await buildRated()
    await knex('templates').where({ id }).update({ ownerId: null })
    await setDeleted('users', owner.id, new Date())
    expect(await there()).toEqual(wholeTemplate)
    const [starter] = await Template.query(knex).whereNull('ownerId').withGraphFetched('owner').limit(1)
    expect(starter?.owner ?? null).toBeNull()
    await setDeleted('templates', id, new Date())
    expect(await there()).toEqual(noTemplate)
  })

  it('is written whether it is hidden or not: who writes has found it before', async () => {
    const { id, prompt, knex } = await buildRoom()
    await setDeleted('conversations', id, new Date())
    const changed = await withTransaction(ctxOf(world()), async (tx) =>
      Prompt.with(tx).findById(prompt.id).patch({ status: 'failed' }),
    )
    expect(changed).toBe(1)
    const last = await knex('audit_logs').where({ entityId: prompt.id }).orderBy('sequence', 'desc').first()
    expect(last).toMatchObject({ action: 'update' })
  })
})
