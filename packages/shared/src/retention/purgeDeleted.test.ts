import { randomUUID } from 'node:crypto'
import { templateVisibilitySchema } from '@prologue/contracts'
import { expect, it } from 'vitest'
import { checkDrift } from '../admin/index.ts'
import { addComment } from '../comments/index.ts'
import { withTransaction } from '../context.ts'
import { deleteConversation, getConversation, restoreConversation } from '../conversations/index.ts'
import {
  DraftCheckpoint,
  TemplateFavourite,
  TemplateOffer,
  TemplateRating,
  TemplateReport,
  TemplateVersion,
  User,
} from '../models/index.ts'
import { listPrompts } from '../prompts/index.ts'
import { createShare } from '../shares/index.ts'
import { saveTemplateDraft } from '../templateDrafts/index.ts'
import { deleteTemplate, forkTemplate, getTemplate } from '../templates/index.ts'
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
import { eraseUser } from '../users/index.ts'
import { purgeDeleted } from './index.ts'

const longAgo = new Date(Date.now() - 31 * 86_400_000)
const olderThanDays = 30

/** The tables whose rows are of a template. */
async function ofTemplates({ database: { knex, dialect } }: World): Promise<string[]> {
  const { tables } = await dialect.describe(knex)
  return tables.filter(({ columns }) => columns.some(({ name }) => name === 'template_id')).map(({ name }) => name)
}

/** A conversation with something of every kind in it. */
async function buildFullRoom(world: World, owner: User) {
  const room = await buildConversation(world, { owner })
  const ctx = ctxOf(world, owner)
  await buildParticipant(world, room.id, 'editor')
  const prompt = await buildPrompt(world, { conversationId: room.id, author: owner, tokensIn: 3 })
  await buildPrompt(world, { conversationId: room.id, author: owner, parentPromptId: prompt.id })
  const { share } = await createShare(ctx, { conversationId: room.id, role: 'viewer', expiresInDays: null })
  await withTransaction(ctx, async (tx) => {
    await DraftCheckpoint.with(tx).insert({
      draftId: room.draftId,
      createdBy: owner.id,
      kind: 'manual',
      name: 'Kept',
      content: 'Text',
      size: 4,
      stateVector: Buffer.from([0]),
    })
  })
  await world.database.knex('draft_updates').insert({
    draftId: room.draftId,
    sequence: 1,
    content: Buffer.from('x'),
    createdAt: new Date(),
  })
  const comment = await addComment(ctx, { conversationId: room.id, body: 'A remark' })
  const answer = await addComment(ctx, { conversationId: room.id, body: 'An answer', parentId: comment.id })
  return { ...room, promptId: prompt.id, shareId: share.id, commentId: comment.id, answerId: answer.id }
}

onEachDatabase('the purge', (world) => {
  const system = () => ({ ...ctxOf(world()), actor: { kind: 'system' as const } })
  const count = async (table: string, where: object) => {
    const rows = await world().database.knex(table).where(where)
    return rows.length
  }
  const deleteLongAgo = (table: string, id: string) => world().database.knex(table).where({ id }).update({ deletedAt: longAgo })
  const purgedRows = async (entityType: string, entityId: string) =>
    count('audit_logs', { action: 'purge', entityType, entityId })

  it('takes what was deleted long ago, with everything in it, and tells of each row', async () => {
    const owner = await buildUser(world())
    const gone = await buildFullRoom(world(), owner)
    const fresh = await buildFullRoom(world(), owner)
    const kept = await buildFullRoom(world(), owner)
    await deleteLongAgo('conversations', gone.id)
    await deleteConversation(ctxOf(world(), owner), { id: fresh.id })
    await deleteLongAgo('prompts', kept.promptId)
    await deleteLongAgo('comments', kept.commentId)

    expect(await purgeDeleted(system(), { olderThanDays })).toEqual({
      comments: 1,
      prompts: 1,
      conversations: 1,
      templates: 0,
      notices: 0,
      users: 0,
    })
    const tables = ['conversation_participants', 'conversation_shares', 'drafts', 'prompts']
    for (const table of tables) expect(await count(table, { conversationId: gone.id }), table).toBe(0)
    for (const table of ['draft_updates', 'draft_checkpoints', 'comments'])
      expect(await count(table, { draftId: gone.draftId }), table).toBe(0)
    expect(await count('conversations', { id: gone.id })).toBe(0)
    expect(await purgedRows('conversations', gone.id)).toBe(1)
    expect(await purgedRows('prompts', gone.promptId)).toBe(1)
    expect(await purgedRows('conversation_shares', gone.shareId)).toBe(1)
    expect(await purgedRows('drafts', gone.draftId)).toBe(1)
    for (const { commentId, answerId } of [gone, kept]) {
      for (const id of [commentId, answerId]) expect(await purgedRows('comments', id)).toBe(1)
    }
    expect(await count('comments', { draftId: kept.draftId })).toBe(0)
    expect(await purgedRows('prompts', kept.promptId)).toBe(1)

    await restoreConversation(ctxOf(world(), owner), { id: fresh.id })
    for (const { id, left } of [
      { id: fresh.id, left: 2 },
      { id: kept.id, left: 1 },
    ]) {
      expect((await listPrompts(ctxOf(world(), owner), { conversationId: id })).items).toHaveLength(left)
      expect((await getConversation(ctxOf(world(), owner), { id })).participants).toHaveLength(2)
    }
    expect(await checkDrift(system())).toEqual([])
    expect(await purgeDeleted(system(), { olderThanDays })).toEqual({
      comments: 0,
      prompts: 0,
      conversations: 0,
      templates: 0,
      notices: 0,
      users: 0,
    })
  })

  it('takes templates with their ratings and days, and leaves what came of them', async () => {
    const { knex } = world().database
    const { id, owner } = await buildTemplate(world())
    const version = await TemplateVersion.query(knex).findOne({ templateId: id }).throwIfNotFound()
    const prompt = await buildPrompt(world(), { templateVersionId: version.id })
    const rater = await buildUser(world())
    await withTransaction(ctxOf(world(), rater), async (tx) => {
      await TemplateRating.with(tx).insert({ templateId: id, userId: rater.id, rating: 5, review: null })
      await TemplateFavourite.with(tx).insert({ templateId: id, userId: rater.id })
      await TemplateOffer.with(tx).insert({ templateId: id, offeredTo: rater.id })
      const said = { reason: 'spam', details: '', reportedNumber: 1 } as const
      const report = { ...said, status: 'open', decidedBy: null, decidedAt: null } as const
      await TemplateReport.with(tx).insert({ ...report, templateId: id, ratingId: null, aboutId: id, reporterId: rater.id })
    })
    const typed = { content: 'Half a sen', variables: [], settings: {}, basedOn: 1 }
    await saveTemplateDraft(ctxOf(world(), owner), { templateId: id, ...typed, revision: 0 })
    const fork = await forkTemplate(ctxOf(world(), rater), { id })
    const fresh = await buildTemplate(world())
    await deleteTemplate(ctxOf(world(), owner), { id })
    await deleteTemplate(ctxOf(world(), fresh.owner), { id: fresh.id })
    await deleteLongAgo('templates', id)
    expect(await purgeDeleted(system(), { olderThanDays })).toMatchObject({ templates: 1 })
    for (const table of await ofTemplates(world())) expect(await count(table, { templateId: id }), table).toBe(0)
    expect(await purgedRows('templates', id)).toBe(1)
    for (const type of ['template_drafts', 'template_favourites', 'template_offers', 'template_reports']) {
      expect(await count('audit_logs', { action: 'purge', entityType: type }), type).toBe(1)
    }
    expect(await getTemplate(ctxOf(world(), rater), { id: fork.id })).toMatchObject({
      forkedFrom: null,
      version: { number: 1, parentVersionId: null },
    })
    expect(await knex('prompts').where({ id: prompt.id }).first('templateVersionId')).toEqual({ templateVersionId: null })
    expect(await count('templates', { id: fresh.id })).toBe(1)
    expect(await checkDrift(system())).toEqual([])
  })

  it('erases accounts that are gone for as long and takes what they owned, whoever could see it', async () => {
    const { knex } = world().database
    const person = await buildUser(world(), { name: 'Somebody' })
    const room = await buildFullRoom(world(), person)
    const organizationId = await buildOrganization(world(), [person])
    const templates = await Promise.all(
      templateVisibilitySchema.options.map((visibility) =>
        buildTemplate(world(), {
          owner: person,
          visibility,
          organizationId: visibility === 'organization' ? organizationId : null,
        }),
      ),
    )
    const rater = await buildUser(world())
    await withTransaction(ctxOf(world(), rater), async (tx) => {
      const templateId = templates.at(-1)?.id ?? ''
      await TemplateRating.with(tx).insert({ templateId, userId: rater.id, rating: 5, review: null })
    })
    const kept = await buildTemplate(world())
    const others = await buildConversation(world())
    await buildPrompt(world(), { conversationId: others.id, author: person })
    const fresh = await buildUser(world())
    await knex('users').where({ id: fresh.id }).update({ deletedAt: new Date() })
    await deleteLongAgo('users', person.id)
    expect(await purgeDeleted(system(), { olderThanDays })).toMatchObject({ conversations: 1, templates: 4, users: 1 })
    expect(await count('conversations', { id: room.id })).toBe(0)
    expect(await count('templates', { ownerId: person.id })).toBe(0)
    for (const { id } of templates) expect(await purgedRows('templates', id)).toBe(1)
    expect(await count('templates', { id: kept.id })).toBe(1)
    expect(await knex('users').where({ id: person.id }).first('name', 'email')).toEqual({
      name: 'Deleted user',
      email: `${person.id}@erased.invalid`,
    })
    const { items } = await listPrompts(ctxOf(world(), others.owner), { conversationId: others.id })
    expect(items.map(({ author }) => author.name)).toEqual(['Deleted user'])
    expect(await count('users', { id: fresh.id, name: fresh.name })).toBe(1)
    expect(await purgeDeleted(system(), { olderThanDays })).toMatchObject({ users: 0 })
    expect(await checkDrift(system())).toEqual([])
  })

  it('takes at once what an erased account had', async () => {
    const person = await buildUser(world())
    const room = await buildFullRoom(world(), person)
    const { id: templateId } = await buildTemplate(world(), { owner: person, visibility: 'public' })
    await eraseUser(ctxOf(world(), await buildUser(world(), { role: 'admin' })), { id: person.id })
    expect(await purgeDeleted(system(), { olderThanDays })).toMatchObject({ conversations: 1, templates: 1 })
    expect(await count('conversations', { id: room.id })).toBe(0)
    expect(await count('templates', { id: templateId })).toBe(0)
  })

  it('takes notices after ninety days, read or not, and tells of each', async () => {
    const { knex } = world().database
    const user = await buildUser(world())
    const noticeOf = async (days: number, readAt: Date | null) => {
      const createdAt = new Date(Date.now() - days * 86_400_000)
      const id = randomUUID()
      const told = { id, userId: user.id, kind: 'mentioned', data: '{}', readAt, createdAt, updatedAt: createdAt }
      await knex('notifications').insert(told)
      return id
    }
    const old = [await noticeOf(91, null), await noticeOf(120, new Date())]
    const kept = [await noticeOf(89, null), await noticeOf(31, new Date())]
    expect(await purgeDeleted(system(), { olderThanDays })).toMatchObject({ notices: 2 })
    const left = await knex('notifications').where({ userId: user.id }).pluck<string[]>('id')
    expect(left.toSorted()).toEqual(kept.toSorted())
    for (const id of old) expect(await purgedRows('notifications', id)).toBe(1)
  })

  it('works through more than one batch, and refuses what is no number of days', async () => {
    const { id, owner } = await buildConversation(world())
    const one = await buildPrompt(world(), { conversationId: id, author: owner, deletedAt: longAgo })
    const { knex } = world().database
    const row = await knex('prompts').where({ id: one.id }).first()
    await knex('prompts').insert(Array.from({ length: 204 }, () => ({ ...row, id: randomUUID() })))
    expect(await purgeDeleted(system(), { olderThanDays })).toMatchObject({ prompts: 205 })
    for (const days of [Number.NaN, -1, 0.5, Number.POSITIVE_INFINITY]) {
      await expect(purgeDeleted(system(), { olderThanDays: days })).rejects.toThrow('no number of days')
    }
  })
})
