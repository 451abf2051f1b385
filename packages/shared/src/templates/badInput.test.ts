import { randomUUID } from 'node:crypto'
import { browseLibrarySchema, limits } from '@prologue/contracts'
import { expect, it } from 'vitest'
import { translateError } from '../database/index.ts'
import { wordsDigest } from '../database/words/index.ts'
import { browseLibrary } from '../library/index.ts'
import { Template, TemplateVersion } from '../models/index.ts'
import { rateTemplate } from '../ratings/index.ts'
import { buildTemplate, buildUser, ctxOf, onEachDatabase, type World } from '../testing/index.ts'
import { appRouter } from '../trpc/index.ts'
import { createTemplate, getTemplate, moveTemplateLabel, saveTemplateVersion, updateTemplate } from './index.ts'

const validation = { code: 'VALIDATION' }
const smileys = '👩🏽‍💻 𝔽𝕠𝕠 🇺🇳 𠜎'

function standard() {
  return { id: randomUUID(), createdAt: new Date(), updatedAt: new Date() }
}

/** The server's answers to a person, past the network. */
async function callerOf(world: World) {
  const user = await buildUser(world)
  return { user, caller: appRouter.createCaller({ ...ctxOf(world, user), setSession() {}, showAllowance() {} }) }
}

onEachDatabase('bad input for templates', (world) => {
  /** What people are told when the database refuses a statement; null where it does not. */
  async function refusal(statement: PromiseLike<unknown>): Promise<unknown> {
    const { dialect } = world().database
    try {
      await statement
      return null
    } catch (error) {
      return translateError(dialect, error)
    }
  }

  it('orphan rows: no row points to one that is not there', async () => {
    const { id, owner } = await buildTemplate(world())
    const { knex } = world().database
    const nothing = randomUUID()
    const text = { content: 'Text', wordsDigest: wordsDigest('Text'), variables: '[]', settings: '{}', message: '' }
    const label = { templateId: id, name: 'production', number: 1 }
    const rating = { templateId: id, userId: owner.id, rating: 5 }
    const orphans: Record<string, PromiseLike<unknown>> = {
      'templates.ownerId': knex('templates').where({ id }).update({ ownerId: nothing }),
      'templates.organizationId': knex('templates').where({ id }).update({ organizationId: nothing }),
      'templates.forkedFromId': knex('templates').where({ id }).update({ forkedFromId: nothing }),
      'versions.templateId': knex('template_versions').insert({ ...standard(), ...text, templateId: nothing, number: 1 }),
      'versions.parentVersionId': knex('template_versions').where({ templateId: id }).update({ parentVersionId: nothing }),
      'versions.authorId': knex('template_versions').insert({
        ...standard(),
        ...text,
        templateId: id,
        number: 2,
        authorId: nothing,
      }),
      'labels.templateId': knex('template_labels').insert({ ...standard(), ...label, templateId: nothing }),
      'labels.number': knex('template_labels').insert({ ...standard(), ...label, number: 2 }),
      'labels.movedBy': knex('template_labels').insert({ ...standard(), ...label, movedBy: nothing }),
      'ratings.templateId': knex('template_ratings').insert({ ...standard(), ...rating, templateId: nothing }),
      'ratings.userId': knex('template_ratings').insert({ ...standard(), ...rating, userId: nothing }),
      'usage.templateId': knex('template_usage_daily').insert({ templateId: nothing, day: '2026-11-22', uses: 1 }),
      'search.templateId': knex('template_search').insert({ templateId: nothing, tokens: 'words' }),
    }
    for (const [name, statement] of Object.entries(orphans)) {
      expect(await refusal(statement), name).toMatchObject(validation)
    }
    expect(await getTemplate(ctxOf(world(), owner), { id })).toMatchObject({ latestNumber: 1, ratingCount: 0, labels: [] })
  })

  it('a row that others point to stays: a template with its owner', async () => {
    const { id } = await buildTemplate(world())
    const { knex } = world().database
    // By hand, so that the audit names nobody and the key alone keeps the account.
    const owner = { ...standard(), name: 'Ada', role: 'user', passwordHash: 'none', preferences: '{}' }
    const email = `${owner.id}@example.com`
    await knex('users').insert({ ...owner, email, emailCanonical: email })
    await knex('templates').where({ id }).update({ ownerId: owner.id })
    const deleting = () => knex('users').where({ id: owner.id }).delete()
    expect(await refusal(deleting())).toMatchObject({ ...validation, cause: { message: expect.stringMatching(/foreign key/i) } })
    expect(await getTemplate(ctxOf(world()), { id })).toMatchObject({ owner: { id: owner.id } })
    await knex('templates').where({ id }).update({ ownerId: null })
    expect(await refusal(deleting())).toBeNull()
  })

  it('duplicate ratings: the second of one person is refused, and the sums stay', async () => {
    const { id: templateId, owner } = await buildTemplate(world())
    const user = await buildUser(world())
    await rateTemplate(ctxOf(world(), user), { templateId, rating: 4, review: null })
    const again = world()
      .database.knex('template_ratings')
      .insert({ ...standard(), templateId, userId: user.id, rating: 1 })
    expect(await refusal(again)).toMatchObject({ code: 'CONFLICT' })
    expect(await getTemplate(ctxOf(world(), owner), { id: templateId })).toMatchObject({ ratingCount: 1, ratingAverage: 4 })
  })

  it('ratings of 0 and 6: refused by the use-case, the server and the database, and the sums stay', async () => {
    const { id: templateId } = await buildTemplate(world())
    const { user, caller } = await callerOf(world())
    const ctx = ctxOf(world(), user)
    const { knex } = world().database
    for (const rating of [0, 6, -1, 1.5, Number.NaN]) {
      await expect(caller.templates.rate({ templateId, rating }), String(rating)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    }
    for (const rating of [0, 6, -1]) {
      await expect(rateTemplate(ctx, { templateId, rating, review: null })).rejects.toMatchObject(validation)
      const raw = knex('template_ratings').insert({ ...standard(), templateId, userId: user.id, rating })
      expect(await refusal(raw), String(rating)).toMatchObject(validation)
    }
    await rateTemplate(ctx, { templateId, rating: 3, review: null })
    await expect(rateTemplate(ctx, { templateId, rating: 6, review: null })).rejects.toMatchObject(validation)
    expect(await refusal(knex('template_ratings').where({ templateId }).update({ rating: 0 }))).toMatchObject(validation)
    expect(await getTemplate(ctx, { id: templateId })).toMatchObject({ ratingCount: 1, ratingAverage: 3 })
  })

  it('sums that were changed by hand to what no ratings make are refused', async () => {
    const { id } = await buildTemplate(world())
    for (const sums of [{ ratingCount: 1, ratingSum: 6 }, { ratingCount: 2, ratingSum: 1 }, { usageCount: -1 }]) {
      const raw = world().database.knex('templates').where({ id }).update(sums)
      expect(await refusal(raw), JSON.stringify(sums)).toMatchObject(validation)
    }
  })

  it('JSON of the wrong shape: refused when it is sent and when it is written', async () => {
    const { id: templateId, owner } = await buildTemplate(world())
    const ctx = ctxOf(world(), owner)
    const caller = appRouter.createCaller({ ...ctx, setSession() {}, showAllowance() {} })
    const shapes = ['{}', '"text"', '[1]', '[{"name":"a"}]', '[{"name":"__proto__","type":"text"}]', '[[]]', 'null']
    for (const shape of shapes) {
      const variables = JSON.parse(shape)
      const version = { templateId, basedOn: 1, content: 'Text', settings: {}, message: '', variables }
      await expect(saveTemplateVersion(ctx, version), shape).rejects.toMatchObject(validation)
      await expect(caller.templates.saveVersion(version), shape).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    }
    for (const tags of ['{"$gt":""}', '[{"a":1}]', '"tag"']) {
      const sending = caller.templates.update({ id: templateId, tags: JSON.parse(tags) })
      await expect(sending, tags).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    }
    const settings = JSON.parse('{"temperature":9}')
    const heated = saveTemplateVersion(ctx, { templateId, basedOn: 1, content: 'Text', variables: [], settings, message: '' })
    await expect(heated).rejects.toMatchObject(validation)
    expect(await getTemplate(ctx, { id: templateId })).toMatchObject({ latestNumber: 1, tags: [] })
  })

  it('JSON of the wrong shape that was written by hand: told when it is read, and never shown', async () => {
    const { id, owner } = await buildTemplate(world())
    const { knex } = world().database
    await knex('templates').where({ id }).update({ tags: '{"a":1}' })
    await expect(Template.query(knex).findById(id)).rejects.toThrow('expected array')
    const mine = browseLibrarySchema.parse({ scope: 'mine' })
    await expect(browseLibrary(ctxOf(world(), owner), mine)).rejects.toThrow('expected array')
    await knex('templates').where({ id }).update({ tags: '[]' })
  })

  it('4-byte characters come back as they were, in every text', async () => {
    const owner = await buildUser(world())
    const ctx = ctxOf(world(), owner)
    const variables = [
      { name: 'who', label: smileys, type: 'text' as const, required: true, source: 'author' as const, sensitive: false },
    ]
    const said = {
      title: smileys,
      description: smileys,
      tags: ['👩🏽‍💻'],
      category: 'writing' as const,
      family: null,
      visibility: 'public' as const,
    }
    const content = `${smileys} {{ who }}`
    const { id, slug } = await createTemplate(ctx, {
      ...said,
      organizationId: null,
      content,
      variables,
      settings: { model: smileys },
      message: smileys,
    })
    expect(slug).toBe('foo')
    const reader = ctxOf(world(), await buildUser(world()))
    await rateTemplate(reader, { templateId: id, rating: 5, review: smileys })
    expect(await getTemplate(reader, { id })).toMatchObject({
      ...said,
      version: { content, message: smileys, settings: { model: smileys }, variables },
      myRating: { review: smileys },
    })
  })

  it('300 kB texts: a content of that length is kept whole, a title is refused', async () => {
    const { user, caller } = await callerOf(world())
    const long = 'Ein langer Satz, 長い文, 👩🏽‍💻. '.repeat(9_500)
    expect(Buffer.byteLength(long)).toBeGreaterThan(300_000)
    const usual = { title: 'Long', category: 'writing' as const, content: long, variables: [] }
    const { id } = await caller.templates.create(usual)
    const { version } = await caller.templates.get({ id })
    expect(version?.content === long).toBe(true)
    const refused = { code: 'BAD_REQUEST' }
    await expect(caller.templates.create({ ...usual, title: long })).rejects.toMatchObject(refused)
    await expect(caller.templates.update({ id, title: long })).rejects.toMatchObject(refused)
    await expect(caller.templates.update({ id, description: long })).rejects.toMatchObject(refused)
    await expect(caller.templates.update({ id, tags: [long] })).rejects.toMatchObject(refused)
    const larger = 'x'.repeat(limits.template + 1)
    await expect(caller.templates.create({ ...usual, content: larger })).rejects.toMatchObject(refused)
    const saving = saveTemplateVersion(ctxOf(world(), user), {
      templateId: id,
      basedOn: 1,
      content: larger,
      variables: [],
      settings: {},
      message: '',
    })
    await expect(saving).rejects.toMatchObject({ ...validation, message: 'A template can have 400,000 characters.' })
    expect(await caller.templates.get({ id })).toMatchObject({ title: 'Long', latestNumber: 1 })
  })

  it('fields that are not for sending change nothing', async () => {
    const { user, caller } = await callerOf(world())
    const sent = {
      title: 'Mine',
      category: 'data' as const,
      content: 'Text',
      variables: [],
      ownerId: null,
      ratingSum: 50,
      slug: 'own',
    }
    const { id, slug } = await caller.templates.create(sent)
    expect(slug).not.toBe('own')
    expect(await caller.templates.get({ id })).toMatchObject({ owner: { id: user.id }, ratingCount: 0, visibility: 'private' })
    const extra = { id, title: 'Still mine', ownerId: randomUUID(), ratingCount: 9, deletedAt: new Date() }
    await caller.templates.update(extra)
    await updateTemplate(ctxOf(world(), user), extra)
    expect(await caller.templates.get({ id })).toMatchObject({ title: 'Still mine', owner: { id: user.id }, ratingCount: 0 })
  })

  it('versions are as they were saved, and their numbers have no gap, also by hand', async () => {
    const { id: templateId, owner } = await buildTemplate(world())
    const { knex } = world().database
    const other = await buildTemplate(world())
    const changes = [
      { content: 'Other' },
      { wordsDigest: wordsDigest('Other') },
      { number: 2 },
      { variables: '[{"name":"a","type":"text"}]' },
      { settings: '{"model":"other"}' },
      { message: 'Other' },
      { templateId: other.id },
      { authorId: other.owner.id },
      { authorId: null },
    ]
    for (const change of changes) {
      const raw = knex('template_versions').where({ templateId }).update(change)
      expect(await refusal(raw), JSON.stringify(change)).toMatchObject(validation)
    }
    const text = { content: 'Text', wordsDigest: wordsDigest('Text'), variables: '[]', settings: '{}', message: '' }
    for (const number of [0, 1, 3, -1]) {
      const row = { ...standard(), ...text, templateId, number }
      expect(await refusal(knex('template_versions').insert(row)), String(number)).toMatchObject(validation)
    }
    const version = await TemplateVersion.query(knex).findOne({ templateId })
    expect(version).toMatchObject({ number: 1, content: 'You are a careful editor.', authorId: owner.id, message: '' })
    expect(await getTemplate(ctxOf(world()), { id: templateId })).toMatchObject({ latestNumber: 1 })
  })

  it('a label points into its own template only, and latest is none', async () => {
    const { id: templateId, owner } = await buildTemplate(world())
    const other = await buildTemplate(world(), { owner })
    const ctx = ctxOf(world(), owner)
    const text = { content: 'Two', variables: [], settings: {}, message: '' }
    await saveTemplateVersion(ctx, { templateId: other.id, basedOn: 1, ...text })
    const label = { templateId, name: 'production', number: 2 }
    await expect(moveTemplateLabel(ctx, label)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const { knex } = world().database
    expect(await refusal(knex('template_labels').insert({ ...standard(), ...label }))).toMatchObject(validation)
    await moveTemplateLabel(ctx, { ...label, number: 1 })
    expect(await refusal(knex('template_labels').where({ templateId }).update({ number: 2 }))).toMatchObject(validation)
    expect(await refusal(knex('template_labels').insert({ ...standard(), templateId, name: 'latest', number: 1 }))).toMatchObject(
      validation,
    )
    const caller = appRouter.createCaller({ ...ctx, setSession() {}, showAllowance() {} })
    for (const name of ['latest', 'Production', 'рroduction', 'a b', '']) {
      const moving = caller.templates.moveLabel({ templateId, name, number: 1 })
      await expect(moving, name).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    }
    expect(await getTemplate(ctx, { id: templateId })).toMatchObject({ labels: [{ name: 'production', number: 1 }] })
  })
})
