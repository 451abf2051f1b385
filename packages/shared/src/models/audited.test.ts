import { createHash } from 'node:crypto'
import { raw } from 'objection'
import { describe, expect, it } from 'vitest'
import { withTransaction } from '../context.ts'
import { buildConversation, buildTemplate, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { isBaseModel } from './hiding.ts'
import * as models from './index.ts'
import { Conversation, Prompt, Template, TemplateLabel, User } from './index.ts'

/** SQLite hands out JSON as text. */
const parsed = (value: unknown): unknown => (typeof value === 'string' ? JSON.parse(value) : value)

const digestOf = (text: string) => ({ length: text.length, sha256: createHash('sha256').update(text).digest('hex') })

type Kept = { action: string; oldValues: unknown; newValues: unknown; changes: unknown }

describe('every model', () => {
  it('says what the audit may keep of it', () => {
    const all = Object.values(models).filter((value) => typeof value === 'function' && isBaseModel(value))
    expect(all.length).toBeGreaterThan(9)
    // That a job ran is nobody's change; what it changed is told as the change of that.
    for (const model of all.filter(({ name }) => name !== 'Job'))
      expect(isBaseModel(model) && model.audited, model.name).toBeTruthy()
  })
})

onEachDatabase('each way to write through a model', (world) => {
  const auditOf = async (entityId: string): Promise<Kept[]> => {
    const rows = await world().database.knex('audit_logs').where({ entityId }).orderBy('sequence')
    return rows.map(({ action, oldValues, newValues, changes }) => ({
      action,
      oldValues: parsed(oldValues),
      newValues: parsed(newValues),
      changes: parsed(changes),
    }))
  }
  const countAll = async () => (await world().database.knex('audit_logs').pluck('id')).length

  it('is audited: insert, patch, delete, with what was and what is', async () => {
    const owner = await buildUser(world())
    const ctx = ctxOf(world(), owner)
    const template = await withTransaction(ctx, async (tx) => {
      const values = { title: 'A title', description: 'Words', category: 'coding', tags: ['one'], visibility: 'private' } as const
      return Template.with(tx).insert({ ...values, tags: ['one'], slug: 'a-title', ownerId: owner.id })
    })
    await withTransaction(ctx, async (tx) => {
      await Template.with(tx)
        .findById(template.id)
        .patch({ title: 'Another', tags: ['one', 'two'], description: 'More words' })
      await Template.with(tx).findById(template.id).patch({ title: 'Another' })
      await Template.with(tx).findById(template.id).patch({ deletedAt: tx.now() })
    })
    const [created, updated, deleted, ...rest] = await auditOf(template.id)
    expect(rest).toEqual([])
    expect(created).toMatchObject({ action: 'create', oldValues: null, changes: null })
    expect(created?.newValues).toMatchObject({
      title: digestOf('A title'),
      tags: digestOf('["one"]'),
      slug: '[redacted]',
      description: { length: 5 },
      visibility: 'private',
    })
    expect(updated).toMatchObject({
      action: 'update',
      oldValues: { title: digestOf('A title'), tags: digestOf('["one"]') },
      newValues: { title: digestOf('Another'), tags: digestOf('["one","two"]') },
    })
    expect(updated?.changes).toEqual({
      title: { from: digestOf('A title'), to: digestOf('Another') },
      tags: { from: digestOf('["one"]'), to: digestOf('["one","two"]') },
      description: { from: { length: 5, sha256: expect.any(String) }, to: { length: 10, sha256: expect.any(String) } },
    })
    expect(deleted).toMatchObject({ action: 'delete', changes: { deletedAt: { from: null, to: expect.any(String) } } })

    const label = await withTransaction(ctx, async (tx) => {
      const version = { templateId: template.id, number: 1, content: 'Text', variables: [], settings: {}, message: '' }
      await models.TemplateVersion.with(tx).insert({ ...version, authorId: owner.id })
      return TemplateLabel.with(tx).insert({ templateId: template.id, name: 'production', number: 1, movedBy: owner.id })
    })
    await withTransaction(ctx, async (tx) => TemplateLabel.with(tx).deleteById(label.id))
    expect((await auditOf(label.id)).at(-1)).toMatchObject({
      action: 'delete',
      oldValues: { name: digestOf('production') },
      newValues: null,
    })
  })

  it('is audited where only the database knows the value', async () => {
    const { id, owner } = await buildConversation(world())
    await withTransaction(ctxOf(world(), owner), async (tx) => {
      await Conversation.with(tx)
        .findById(id)
        .patch({ title: raw("lower('WORKED OUT')") })
    })
    expect((await auditOf(id)).at(-1)).toMatchObject({
      changes: { title: { from: digestOf('Untitled'), to: digestOf('worked out') } },
    })
    const made = await withTransaction(ctxOf(world(), owner), async (tx) =>
      Conversation.with(tx).insert({
        ownerId: owner.id,
        title: raw("lower('ALSO')"),
        status: 'active',
        context: {},
        lastActivityAt: tx.now(),
      }),
    )
    expect((await auditOf(made.id)).at(-1)).toMatchObject({ action: 'create', newValues: { title: digestOf('also') } })
  })

  it('is audited row by row where one statement writes many', async () => {
    const owner = await buildUser(world())
    const ids: string[] = []
    for (const _ of [1, 2, 3]) ids.push((await buildConversation(world(), { owner })).id)
    await withTransaction(ctxOf(world(), owner), async (tx) => {
      await Conversation.with(tx).where({ ownerId: owner.id }).update({ status: 'archived' })
    })
    for (const id of ids) {
      expect((await auditOf(id)).at(-1)).toMatchObject({ changes: { status: { from: 'active', to: 'archived' } } })
    }
  })

  it('tells of a secret or an address that it changed, and nothing of it', async () => {
    const user = await buildUser(world())
    await withTransaction(ctxOf(world(), user), async (tx) => {
      await User.with(tx).findById(user.id).patch({ email: 'new@example.com', passwordHash: 'another hash' })
    })
    const redacted = { from: '[redacted]', to: '[redacted]' }
    expect((await auditOf(user.id)).at(-1)?.changes).toEqual({ email: redacted, passwordHash: redacted })
  })

  it('is refused where rows are inserted or merged, one cannot tell which', async () => {
    const { id, owner } = await buildConversation(world())
    const before = await countAll()
    const values = { id, ownerId: owner.id, title: 'Merged', status: 'active' as const, context: {}, lastActivityAt: new Date() }
    const merge = withTransaction(ctxOf(world(), owner), async (tx) =>
      Conversation.with(tx).insert(values).onConflict('id').merge(),
    )
    await expect(merge).rejects.toThrow('inserted or patched')
    const ignore = withTransaction(ctxOf(world(), owner), async (tx) =>
      Conversation.with(tx).insert(values).onConflict('id').ignore(),
    )
    await expect(ignore).rejects.toThrow('inserted or patched')
    expect(await countAll()).toBe(before)
  })

  it('is refused without somebody who does it', async () => {
    const { id, owner } = await buildConversation(world())
    const before = await countAll()
    const { knex } = world().database
    const values = { ownerId: owner.id, title: 'No', status: 'active' as const, context: {}, lastActivityAt: new Date() }
    const refused = [
      knex.transaction(async (trx) => Conversation.query(trx).insert(values)),
      knex.transaction(async (trx) => Conversation.query(trx).findById(id).patch({ title: 'No' })),
      knex.transaction(async (trx) => TemplateLabel.query(trx).delete()),
    ]
    await Promise.all(refused.map((write) => expect(write).rejects.toThrow('with(ctx)')))
    const deleting = knex.transaction(async (trx) => Prompt.query(trx).where({ conversationId: id }).delete())
    await expect(deleting).rejects.toThrow('setting deletedAt')
    expect(await countAll()).toBe(before)
  })

  it('is refused where many rows are inserted at once', async () => {
    const owner = await buildUser(world())
    const before = await countAll()
    const values = { ownerId: owner.id, title: 'Many', status: 'active' as const, context: {}, lastActivityAt: new Date() }
    const inserting = withTransaction(ctxOf(world(), owner), async (tx) =>
      Conversation.with(tx).insert([values, structuredClone(values)]),
    )
    await expect(inserting).rejects.toThrow('batch insert')
    expect(await countAll()).toBe(before)
    expect(await world().database.knex('conversations').where({ ownerId: owner.id })).toEqual([])
  })

  it('is refused where a whole table is emptied', async () => {
    const { id } = await buildTemplate(world())
    const { knex } = world().database
    // Each begins when its turn comes: one that fails while another is awaited would be nobody's error.
    for (const empty of [
      () => models.TemplateVersion.query(knex).truncate(),
      () => knex.transaction(async (trx) => models.TemplateVersion.query(trx).truncate()),
      () => withTransaction(ctxOf(world()), async (tx) => models.TemplateVersion.with(tx).truncate()),
      () => withTransaction(ctxOf(world()), async (tx) => models.TemplateVersion.purging(tx).truncate()),
    ]) {
      await expect(empty()).rejects.toThrow('row by row')
    }
    expect(await knex('template_versions').where({ templateId: id })).toHaveLength(1)
  })
})
