import { expect, it } from 'vitest'
import { addComment } from '../../../comments/index.ts'
import { withTransaction, type Ctx } from '../../../context.ts'
import {
  Conversation,
  ConversationParticipant,
  Prompt,
  Template,
  TemplateRating,
  TemplateVersion,
} from '../../../models/index.ts'
import {
  buildConversation,
  buildParticipant,
  buildPrompt,
  buildTemplate,
  buildUser,
  ctxOf,
  onEachDatabase,
  type World,
} from '../../../testing/index.ts'

const numbers = (row: object) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value)]))

const patch = (world: World, id: string, values: Partial<Prompt>) =>
  withTransaction(ctxOf(world), async (tx) => Prompt.with(tx).context({ withDeleted: true }).findById(id).patch(values))

const rate = (ctx: Ctx, templateId: string, userId: string, rating: number) =>
  withTransaction(ctx, async (tx) => TemplateRating.with(tx).insert({ templateId, userId, rating, review: null }))

onEachDatabase('the sums of a conversation', (world) => {
  const sums = async (id: string) => {
    const found = await Conversation.query(world().database.knex).findById(id).throwIfNotFound()
    const { promptCount, tokensIn, tokensOut, costMicroUsd } = found
    return { promptCount, tokensIn, tokensOut, costMicroUsd }
  }
  const spent = { tokensIn: 100, tokensOut: 20, costMicroUsd: 3_000_000_000 }

  it('follow its exchanges as they come, end, are deleted, come back and are purged', async () => {
    const { id, owner } = await buildConversation(world())
    const one = await buildPrompt(world(), { conversationId: id, author: owner, ...spent })
    const other = await buildPrompt(world(), { conversationId: id, author: owner, status: 'pending' })
    expect(await sums(id)).toEqual({ promptCount: 2, ...spent })
    await patch(world(), other.id, { status: 'completed', tokensIn: 1, tokensOut: 2, costMicroUsd: null })
    expect(await sums(id)).toEqual({ promptCount: 2, tokensIn: 101, tokensOut: 22, costMicroUsd: 3_000_000_000 })
    await patch(world(), other.id, { tokensIn: 5, tokensOut: 0, costMicroUsd: 7 })
    const both = { tokensIn: 105, tokensOut: 20, costMicroUsd: 3_000_000_007 }
    expect(await sums(id)).toEqual({ promptCount: 2, ...both })

    // What was spent is spent, whether anybody sees it or not.
    await patch(world(), one.id, { deletedAt: new Date() })
    expect(await sums(id)).toEqual({ promptCount: 1, ...both })
    await patch(world(), one.id, { deletedAt: null, rating: 5 })
    expect(await sums(id)).toEqual({ promptCount: 2, ...both })
    await patch(world(), one.id, { deletedAt: new Date() })
    await world().database.knex('prompts').where({ id: one.id }).delete()
    expect(await sums(id)).toEqual({ promptCount: 1, tokensIn: 5, tokensOut: 0, costMicroUsd: 7 })
    await world().database.knex('prompts').where({ id: other.id }).delete()
    expect(await sums(id)).toEqual({ promptCount: 0, tokensIn: 0, tokensOut: 0, costMicroUsd: 0 })
  })

  it('tell how many answers of a model cost what nobody knows', async () => {
    const { id, owner } = await buildConversation(world())
    const unknown = async () => (await Conversation.query(world().database.knex).findById(id).throwIfNotFound()).costUnknown
    const said = { conversationId: id, author: owner, provider: 'openai', costMicroUsd: null }
    const one = await buildPrompt(world(), { ...said, tokensIn: 5 })
    const other = await buildPrompt(world(), { ...said, status: 'pending' })
    await buildPrompt(world(), { ...said, provider: 'composer', tokensIn: 5 })
    await buildPrompt(world(), { ...said, tokensIn: 5, costMicroUsd: 0 })
    expect(await unknown()).toBe(1)
    await patch(world(), other.id, { status: 'completed', tokensOut: 2 })
    expect(await unknown()).toBe(2)
    await patch(world(), other.id, { costMicroUsd: 4 })
    expect(await unknown()).toBe(1)
    await patch(world(), one.id, { deletedAt: new Date() })
    expect(await unknown()).toBe(1)
    await world().database.knex('prompts').where({ id: one.id }).delete()
    expect(await unknown()).toBe(0)
  })

  it('stand beside when something last happened, which everybody who takes part has in their list', async () => {
    const { id, owner } = await buildConversation(world())
    await buildParticipant(world(), id, 'viewer')
    const createdAt = new Date('2030-01-02T03:04:05.678Z')
    await buildPrompt(world(), { conversationId: id, author: owner, createdAt })
    const places = await ConversationParticipant.query(world().database.knex).where({ conversationId: id })
    expect(places.map(({ lastActivityAt }) => lastActivityAt)).toEqual([createdAt, createdAt])
    expect(await Conversation.query(world().database.knex).findById(id)).toMatchObject({ lastActivityAt: createdAt })
  })

  it('stand beside the last comment, too, which one of long ago does not set back', async () => {
    const { id, draftId, owner } = await buildConversation(world())
    const viewer = await buildParticipant(world(), id, 'viewer')
    const comment = async (createdAt: Date) =>
      addComment({ ...ctxOf(world(), owner), now: () => createdAt }, { conversationId: id, body: 'Look', mentions: [] })
    const createdAt = new Date('2030-01-02T03:04:05.678Z')
    await comment(createdAt)
    await comment(new Date('2020-01-01'))
    expect(await Conversation.query(world().database.knex).findById(id)).toMatchObject({ lastActivityAt: createdAt })
    const place = await ConversationParticipant.query(world().database.knex).findOne({ conversationId: id, userId: viewer.id })
    expect(place?.lastActivityAt).toEqual(createdAt)
    expect(await world().database.knex('comments').where({ draftId })).toHaveLength(2)
  })

  it('are right when a hundred exchanges come at once, and no deadlock is met on the way', async () => {
    const { id, owner } = await buildConversation(world())
    let tries = 0
    const add = async (index: number) =>
      withTransaction(ctxOf(world(), owner), async (tx) => {
        tries++
        return Prompt.with(tx).insert({
          conversationId: id,
          authorId: owner.id,
          userInput: '',
          systemPrompt: '',
          response: '',
          provider: 'composer',
          model: 'many-at-once',
          parameters: {},
          // Some end at once, some later: both count the model's day.
          status: index % 2 === 0 ? 'pending' : 'completed',
          metadata: {},
          tokensIn: 3,
        })
      })
    const added = await Promise.all(Array.from({ length: 100 }, (_, index) => add(index)))
    const pending = added.filter(({ status }) => status === 'pending')
    await Promise.all([
      ...pending.map((prompt) => patch(world(), prompt.id, { status: 'completed', tokensOut: 1 })),
      ...Array.from({ length: 20 }, () => add(1)),
    ])
    expect(await sums(id)).toEqual({ promptCount: 120, tokensIn: 360, tokensOut: 50, costMicroUsd: 0 })
    expect(tries).toBe(120)
    const day = await world().database.knex('model_usage_daily').where({ model: 'many-at-once' }).first()
    expect(Number(day.prompts)).toBe(120)
  })

  it('tell the latest activity, which an exchange of long ago does not set back', async () => {
    const { id, owner } = await buildConversation(world())
    const at = async () => (await Conversation.query(world().database.knex).findById(id).throwIfNotFound()).lastActivityAt
    const later = new Date(Date.now() + 60_000)
    await buildPrompt(world(), { conversationId: id, author: owner, createdAt: later })
    expect(await at()).toEqual(later)
    await buildPrompt(world(), { conversationId: id, author: owner, createdAt: new Date('2020-01-01') })
    expect(await at()).toEqual(later)
  })

  it('are of the exchanges that stay in it: none is moved to another', async () => {
    const { id } = await buildConversation(world())
    const prompt = await buildPrompt(world())
    await expect(patch(world(), prompt.id, { conversationId: id })).rejects.toMatchObject({ code: 'VALIDATION' })
  })
})

onEachDatabase('the days of a model', (world) => {
  it('count each answer once, when it has ended', async () => {
    const { knex } = world().database
    const createdAt = new Date('2026-03-01T23:59:59.999Z')
    const { id, owner } = await buildConversation(world())
    const said = { conversationId: id, author: owner, createdAt, provider: 'here', model: 'counted' }
    const day = () => knex('model_usage_daily').where({ day: '2026-03-01', provider: 'here', model: 'counted' }).first()
    const pending = await buildPrompt(world(), { ...said, status: 'pending' })
    expect(await day()).toBeUndefined()
    await patch(world(), pending.id, { status: 'completed', tokensIn: 7, tokensOut: 8, costMicroUsd: 9, responseTimeMs: 50 })
    await patch(world(), pending.id, { rating: 4 })
    await buildPrompt(world(), { ...said, status: 'failed', responseTimeMs: 10 })
    const { day: _day, provider: _provider, model: _model, ...counts } = await day()
    const expected = { prompts: 2, failed: 1, tokensIn: 7, tokensOut: 8, costMicroUsd: 9, costUnknown: 1, responseTimeMs: 60 }
    expect(numbers(counts)).toEqual(expected)
    await patch(world(), pending.id, { deletedAt: new Date() })
    await knex('prompts').where({ id: pending.id }).delete()
    // The day stays what it was.
    expect(Number((await day()).prompts)).toBe(2)
  })
})

onEachDatabase('the sums of a template', (world) => {
  const sums = async (id: string) => {
    const found = await Template.query(world().database.knex).findById(id).throwIfNotFound()
    const { ratingCount, ratingSum, usageCount, latestNumber, lastUsedAt } = found
    return { ratingCount, ratingSum, usageCount, latestNumber, lastUsedAt }
  }

  it('follow its ratings as they come, change and go', async () => {
    const { id } = await buildTemplate(world())
    const [one, other] = [await buildUser(world()), await buildUser(world())]
    const ctx = ctxOf(world(), one)
    await rate(ctx, id, one.id, 5)
    const { id: second } = await rate(ctx, id, other.id, 2)
    expect(await sums(id)).toMatchObject({ ratingCount: 2, ratingSum: 7 })
    await withTransaction(ctx, async (tx) => TemplateRating.with(tx).findById(second).patch({ rating: 4, review: 'Better now' }))
    await withTransaction(ctx, async (tx) => TemplateRating.with(tx).findById(second).patch({ review: null }))
    expect(await sums(id)).toMatchObject({ ratingCount: 2, ratingSum: 9 })
    await withTransaction(ctx, async (tx) => TemplateRating.with(tx).findById(second).delete())
    expect(await sums(id)).toMatchObject({ ratingCount: 1, ratingSum: 5 })
    const { id: elsewhere } = await buildTemplate(world())
    const moving = withTransaction(ctx, async (tx) =>
      TemplateRating.with(tx).where({ templateId: id }).patch({ templateId: elsewhere }),
    )
    await expect(moving).rejects.toMatchObject({ code: 'VALIDATION' })
  })

  it('are right when a hundred people rate it at once, and no deadlock is met on the way', async () => {
    const { id } = await buildTemplate(world())
    const people = await Promise.all(Array.from({ length: 100 }, () => buildUser(world())))
    let tries = 0
    const rated = people.map((person, index) =>
      withTransaction(ctxOf(world(), person), async (tx) => {
        tries++
        return TemplateRating.with(tx).insert({ templateId: id, userId: person.id, rating: (index % 5) + 1, review: null })
      }),
    )
    await Promise.all(rated)
    expect(await sums(id)).toMatchObject({ ratingCount: 100, ratingSum: 300 })
    expect(tries).toBe(100)
  })

  it('count its uses, a day at a time, also by many conversations at once', async () => {
    const { id } = await buildTemplate(world())
    const { knex } = world().database
    const version = await TemplateVersion.query(knex).findOne({ templateId: id }).throwIfNotFound()
    const at = new Date('2026-05-04T12:00:00.000Z')
    const rooms = await Promise.all(Array.from({ length: 30 }, () => buildConversation(world())))
    const use = (createdAt: Date) => (room: { id: string; owner: Awaited<ReturnType<typeof buildUser>> }) =>
      buildPrompt(world(), { conversationId: room.id, author: room.owner, createdAt, templateVersionId: version.id })
    await Promise.all(rooms.map(use(at)))
    await Promise.all(rooms.slice(0, 2).map(use(new Date('2026-05-03T00:00:00.000Z'))))
    expect(await sums(id)).toMatchObject({ usageCount: 32, latestNumber: 1, lastUsedAt: at })
    const days = await knex('template_usage_daily').where({ templateId: id }).orderBy('day').select('day', 'uses')
    expect(days).toEqual([
      { day: '2026-05-03', uses: 2 },
      { day: '2026-05-04', uses: 30 },
    ])
    await knex('template_usage_daily').where({ templateId: id, day: '2026-05-03' }).update({ uses: 7 })
    expect(await sums(id)).toMatchObject({ usageCount: 37 })
    await knex('template_usage_daily').where({ templateId: id, day: '2026-05-04' }).delete()
    expect(await sums(id)).toMatchObject({ usageCount: 7 })
  })
})
