import { expect, it } from 'vitest'
import { addComment } from '../comments/index.ts'
import { withTransaction } from '../context.ts'
import { TemplateRating, TemplateVersion } from '../models/index.ts'
import { buildConversation, buildPrompt, buildTemplate, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { checkDrift } from './index.ts'

onEachDatabase('the check for drift', (world) => {
  it('finds what an instant or a sum of a day has less than its rows, and not what it has more', async () => {
    const ctx = ctxOf(world())
    const { knex } = world().database
    const { id: templateId } = await buildTemplate(world())
    const version = await TemplateVersion.query(knex).findOne({ templateId }).throwIfNotFound()
    const { id: conversationId, owner } = await buildConversation(world())
    const createdAt = new Date(Date.now() + 3_600_000)
    const said = { conversationId, author: owner, createdAt, model: 'slow', templateVersionId: version.id }
    await buildPrompt(world(), { ...said, tokensIn: 5, tokensOut: 6, costMicroUsd: 7, responseTimeMs: 80 })
    await buildPrompt(world(), { ...said, costMicroUsd: null, responseTimeMs: 20 })
    expect(await checkDrift(ctx)).toEqual([])

    const day = createdAt.toISOString().slice(0, 10)
    const ofModel = { table: 'model_usage_daily', id: `${day} composer slow` }
    const at = createdAt.getTime()
    const cases = [
      { table: 'conversations', id: conversationId, column: 'last_activity_at', kept: at - 1, counted: at },
      { table: 'templates', id: templateId, column: 'last_used_at', kept: at - 1, counted: at },
      { ...ofModel, column: 'tokens_in', kept: 4, counted: 5 },
      { ...ofModel, column: 'tokens_out', kept: 0, counted: 6 },
      { ...ofModel, column: 'cost_micro_usd', kept: 6, counted: 7 },
      { ...ofModel, column: 'cost_unknown', kept: 0, counted: 1 },
      { ...ofModel, column: 'response_time_ms', kept: 99, counted: 100 },
    ]
    for (const drift of cases) {
      const row = knex(drift.table).where(drift.table === ofModel.table ? { model: 'slow' } : { id: drift.id })
      const written = (value: number) => ({ [drift.column]: drift.column.endsWith('_at') ? new Date(value) : value })
      await row.clone().update(written(drift.kept))
      expect(await checkDrift(ctx), drift.column).toEqual([drift])
      await row.clone().update(written(drift.counted + 1))
      expect(await checkDrift(ctx), drift.column).toEqual([])
      await row.clone().update(written(drift.counted))
    }

    const { id } = await knex('conversation_participants').where({ conversationId }).first('id')
    for (const kept of [at - 1, at + 1]) {
      await knex('conversation_participants')
        .where({ id })
        .update({ lastActivityAt: new Date(kept) })
      const drift = { table: 'conversation_participants', id, column: 'last_activity_at', kept, counted: at }
      expect(await checkDrift(ctx)).toEqual([drift])
    }
    await knex('conversation_participants').where({ id }).update({ lastActivityAt: createdAt })

    const late = new Date(at + 5)
    await addComment({ ...ctxOf(world(), owner), now: () => late }, { conversationId, body: 'Look', mentions: [] })
    expect(await checkDrift(ctx)).toEqual([])
    await knex('conversations').where({ id: conversationId }).update({ lastActivityAt: createdAt })
    const missed = { table: 'conversations', id: conversationId, column: 'last_activity_at', kept: at, counted: at + 5 }
    expect(await checkDrift(ctx)).toEqual([missed])
    await knex('conversations').where({ id: conversationId }).update({ lastActivityAt: late })

    await knex('templates').where({ id: templateId }).update({ lastUsedAt: null })
    expect(await checkDrift(ctx)).toMatchObject([{ id: templateId, column: 'last_used_at', kept: 0, counted: at }])
    await knex('templates').where({ id: templateId }).update({ lastUsedAt: createdAt })
  })

  it('finds nothing where nothing is wrong, and exactly what somebody changed by hand', async () => {
    const ctx = ctxOf(world())
    const { knex } = world().database
    const { id: templateId } = await buildTemplate(world())
    const version = await TemplateVersion.query(knex).findOne({ templateId }).throwIfNotFound()
    const { id: conversationId, owner } = await buildConversation(world())
    const createdAt = new Date('2026-04-05T06:07:08.009Z')
    const spent = { tokensIn: 5, tokensOut: 6, costMicroUsd: 7 }
    const said = { conversationId, author: owner, createdAt, model: 'drifting', templateVersionId: version.id, ...spent }
    await Promise.all([buildPrompt(world(), said), buildPrompt(world(), said)])
    await buildPrompt(world(), { ...said, deletedAt: new Date(), status: 'failed' })
    await buildPrompt(world(), {
      conversationId,
      author: owner,
      createdAt,
      provider: 'openai',
      model: 'unpriced',
      tokensOut: 1,
      costMicroUsd: null,
    })
    const { id: userId } = await buildUser(world())
    await withTransaction(ctx, async (tx) => {
      await TemplateRating.with(tx).insert({ templateId, userId, rating: 4, review: null })
    })
    expect(await checkDrift(ctx)).toEqual([])

    await knex('templates').where({ id: templateId }).update({ ratingCount: 2, ratingSum: 9, usageCount: 4, latestNumber: 2 })
    await knex('conversations')
      .where({ id: conversationId })
      .update({ promptCount: 0, tokensOut: 20, costMicroUsd: 0, costUnknown: 0 })
    await knex('model_usage_daily').where({ model: 'drifting' }).update({ prompts: 1, failed: 5 })
    const ofTemplate = { table: 'templates', id: templateId }
    const ofConversation = { table: 'conversations', id: conversationId }
    const drifts = [
      { ...ofTemplate, column: 'rating_count', kept: 2, counted: 1 },
      { ...ofTemplate, column: 'rating_sum', kept: 9, counted: 4 },
      { ...ofTemplate, column: 'latest_number', kept: 2, counted: 1 },
      { ...ofTemplate, column: 'usage_count', kept: 4, counted: 3 },
      { ...ofConversation, column: 'prompt_count', kept: 0, counted: 3 },
      { ...ofConversation, column: 'tokens_out', kept: 20, counted: 19 },
      { ...ofConversation, column: 'cost_micro_usd', kept: 0, counted: 21 },
      { ...ofConversation, column: 'cost_unknown', kept: 0, counted: 1 },
      { table: 'model_usage_daily', id: '2026-04-05 composer drifting', column: 'prompts', kept: 1, counted: 3 },
    ]
    // Of failed five are kept: more than there are, as after a purge.
    expect(await checkDrift(ctx)).toEqual(drifts)

    // A day's count that is gone altogether is missed, one that is more than what is left of the day is not.
    await knex('model_usage_daily').where({ model: 'drifting' }).delete()
    await knex('template_usage_daily').where({ templateId }).delete()
    await knex('templates').where({ id: templateId }).update({ usageCount: 0 })
    const missed = (await checkDrift(ctx)).find(({ table }) => table === 'template_usage_daily')
    expect(missed).toEqual({ table: 'template_usage_daily', id: `${templateId} 2026-04`, column: 'uses', kept: 0, counted: 3 })
    await knex('model_usage_daily').insert({
      day: '2026-04-05',
      provider: 'composer',
      model: 'drifting',
      prompts: 50,
      failed: 9,
      tokensIn: 15,
      tokensOut: 18,
      costMicroUsd: 21,
    })
    expect((await checkDrift(ctx)).some(({ table }) => table === 'model_usage_daily')).toBe(false)
  })

  it('tells at most a hundred rows of a table', async () => {
    const { knex } = world().database
    const owner = await buildUser(world())
    for (let index = 0; index < 102; index++) await buildConversation(world(), { owner })
    await knex('conversations').where({ ownerId: owner.id }).update({ promptCount: 1 })
    const drifts = await checkDrift(ctxOf(world()))
    expect(drifts.filter(({ column }) => column === 'prompt_count')).toHaveLength(100)
  })
})
