import { createHash } from 'node:crypto'
import { searchSchema } from '@prologue/contracts'
import { beforeAll, expect, it } from 'vitest'
import { checkDrift } from '../admin/index.ts'
import { listConversations } from '../conversations/index.ts'
import { listMigrations, type Database } from '../database/index.ts'
import { Conversation, Prompt, Template, TemplateVersion, User } from '../models/index.ts'
import { listPrompts } from '../prompts/index.ts'
import { refreshTrending } from '../retention/index.ts'
import { search } from '../search/index.ts'
import { ctxOf, onEachDatabase } from '../testing/index.ts'
import { fillDatabase } from './index.ts'
import { writeRows } from './writeRows.ts'

const until = new Date('2026-11-20T00:00:00Z')
const quietly = () => {}

/** How many rows of a table are not as they should be. */
async function wrong({ knex }: Database, query: string): Promise<number> {
  return (
    await knex
      .count({ count: '*' })
      .from(knex.raw(`(${query}) as wrong`))
      .first<{ count: number }>()
  ).count
}

/** Of all that is written. */
async function digest(seed: number): Promise<string> {
  const all = createHash('sha256')
  await writeRows({ scale: 0.001, seed, until }, async (...batch) => void all.update(JSON.stringify(batch)), quietly)
  return all.digest('hex')
}

onEachDatabase('a database filled at a thousandth', (world) => {
  beforeAll(() => fillDatabase(world().database, { scale: 0.001, seed: 7, until }, quietly), 60_000)

  it('has as many rows as its scale tells, beside what came with the program', async () => {
    const { knex } = world().database
    const count = async (table: string) => Number((await knex(table).count({ count: '*' }).first())?.['count'])
    expect(await count('users')).toBe(100)
    expect(await knex('templates').whereNotNull('ownerId').count({ count: '*' }).first()).toEqual({ count: 1000 })
    expect(await count('template_ratings')).toBe(1000)
    expect(await count('conversations')).toBe(500)
    expect(await count('prompts')).toBe(2000)
    expect(await knex('audit_logs').whereNotNull('entityId').count({ count: '*' }).first()).toEqual({ count: 5000 })
  })

  it.each([
    [
      'last activity',
      `select c.id from conversations c left join prompts p on p.conversation_id = c.id
      group by c.id, c.last_activity_at, c.created_at having c.last_activity_at <> coalesce(max(p.created_at), c.created_at)`,
    ],
    [
      'participants',
      `select c.id from conversations c left join conversation_participants p
      on p.conversation_id = c.id and p.user_id = c.owner_id and p.role = 'owner' where p.id is null`,
    ],
    ['drafts', `select c.id from conversations c left join drafts d on d.conversation_id = c.id where d.id is null`],
    [
      'forks',
      `select t.id from templates t left join templates o on o.id = t.forked_from_id
      where t.forked_from_id is not null and (o.id is null or o.created_at > t.created_at)`,
    ],
    [
      'authors',
      `select p.id from prompts p left join users u on u.id = p.author_id
      where u.id is null or u.created_at > p.created_at`,
    ],
    [
      'actors',
      `select a.id from audit_logs a left join users u on u.id = a.actor_id where a.actor_id is not null and u.id is null`,
    ],
  ])('speaks of nothing that is not there, or came later: %s', async (_name, query) => {
    expect(await wrong(world().database, query)).toBe(0)
  })

  it('keeps sums that are true', async () => {
    expect(await checkDrift(ctxOf(world()))).toEqual([])
    expect(await refreshTrending({ ...ctxOf(world()), now: () => until })).toBe(0)
    expect(await world().database.knex('templates').where('trendingScore', '>', 0)).not.toHaveLength(0)
  })

  it('has everything in the indexes of the search', async () => {
    const { knex } = world().database
    for (const [table, words] of [
      ['templates', 'template_search'],
      ['conversations', 'conversation_search'],
      ['prompts', 'prompt_search'],
    ] as const) {
      expect(await knex(words).count({ count: '*' }).first()).toEqual(await knex(table).count({ count: '*' }).first())
    }
    const [user] = await User.query(knex).limit(1)
    const { items } = await search(
      ctxOf(world(), user),
      searchSchema.parse({ kind: 'templates', text: 'the', sort: 'best-rated' }),
    )
    expect(items).not.toHaveLength(0)
  })

  it('knows how common words are, though some templates came with the program', async () => {
    const { knex } = world().database
    const noted = await knex('search_words').where({ kind: 'templates' }).orderBy('rowCount', 'desc').limit(30)
    for (const { word, rowCount } of noted) {
      const rows = knex('template_search').whereRaw('instr(tokens, ?) > 0', [word && ` ${word} `])
      const [truth] = await rows.count<{ count: number }[]>({ count: '*' })
      expect(Number(rowCount) / Number(truth?.count), word).toBeCloseTo(1, 0.7)
    }
    expect(noted).toHaveLength(30)
  })

  it('is what the application reads: all models, and the lists of the busiest person', async () => {
    const { knex } = world().database
    expect(await User.query(knex).limit(500)).not.toHaveLength(0)
    expect(await Conversation.query(knex).limit(500)).not.toHaveLength(0)
    expect(await Prompt.query(knex).limit(500)).not.toHaveLength(0)
    expect(await Template.query(knex).limit(500)).not.toHaveLength(0)
    expect(await TemplateVersion.query(knex).limit(500)).not.toHaveLength(0)
    const [busiest] = await knex('conversations').groupBy('ownerId').select('ownerId').orderByRaw('count(*) desc').limit(1)
    const ctx = ctxOf(world(), await User.query(knex).findById(busiest.ownerId).throwIfNotFound())
    const { items, nextCursor } = await listConversations(ctx, { status: 'active' })
    expect(items).toHaveLength(50)
    expect((await listConversations(ctx, { status: 'active', cursor: nextCursor ?? '' })).items).not.toHaveLength(0)
    const long = await Conversation.query(knex)
      .where('ownerId', ctx.actor.kind === 'user' ? ctx.actor.userId : '')
      .orderBy('promptCount', 'desc')
      .first()
      .throwIfNotFound()
    expect((await listPrompts(ctx, { conversationId: long.id })).items.length).toBeGreaterThan(1)
  })

  it('has its triggers again', async () => {
    const { knex } = world().database
    await expect(knex('audit_logs').where({ action: 'sign-out' }).delete()).rejects.toThrow('audit_logs_append_only')
    const rating = await knex('template_ratings').first('id', 'templateId')
    const countOf = async () => (await knex('templates').where({ id: rating.templateId }).first('ratingCount')).ratingCount
    const before = await countOf()
    await knex('template_ratings').where({ id: rating.id }).delete()
    expect(await countOf()).toBe(before - 1)
  })

  it('is not filled twice', async () => {
    await expect(fillDatabase(world().database, { scale: 0.001, seed: 7, until }, quietly)).rejects.toThrow('people in it')
  })
})

onEachDatabase('a database whose filling fails', (world) => {
  it('has its triggers again', async () => {
    const { knex, dialect } = world().database
    const { triggers } = await dialect.describe(knex)
    const filling = fillDatabase(world().database, { scale: 0.001, seed: 7, until }, (step) => {
      if (step === 'rows') throw new Error('No room is left.')
    })
    await expect(filling).rejects.toThrow('No room is left.')
    expect(await dialect.describe(knex)).toMatchObject({ triggers })
    expect((await listMigrations(world().database)).every(({ state }) => state === 'applied')).toBe(true)
  })
})

it('writes the same for the same seed, and something else for another one', async () => {
  const one = await digest(1)
  expect(await digest(1)).toBe(one)
  expect(await digest(2)).not.toBe(one)
})
