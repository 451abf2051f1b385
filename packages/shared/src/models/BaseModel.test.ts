import { AppError } from '@prologue/contracts'
import { expect, it } from 'vitest'
import { withTransaction } from '../context.ts'
import { buildConversation, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { Conversation, User } from './index.ts'

onEachDatabase('a model', (world) => {
  const audit = (entityId: string) => world().database.knex('audit_logs').where({ entityId }).orderBy('sequence')

  it('writes its audit in the same transaction: rolled back, neither is there', async () => {
    const { id, owner } = await buildConversation(world())
    const before = await audit(id)
    const failing = withTransaction(ctxOf(world(), owner), async (tx) => {
      await Conversation.with(tx).findById(id).patch({ title: 'Lost' })
      throw new AppError('CONFLICT')
    })
    await expect(failing).rejects.toThrow(AppError)
    expect(await audit(id)).toHaveLength(before.length)
  })

  it('tells in the audit who changed what, from what to what', async () => {
    const { id, owner } = await buildConversation(world())
    const ctx = ctxOf(world(), owner)
    await withTransaction(ctx, async (tx) => {
      await Conversation.with(tx).findById(id).patch({ status: 'archived' })
    })
    const row = (await audit(id)).at(-1)
    expect(row).toMatchObject({
      action: 'update',
      actorId: owner.id,
      entityType: 'conversations',
      requestId: ctx.requestId,
      ip: '127.0.0.1',
    })
    const changes = typeof row.changes === 'string' ? JSON.parse(row.changes) : row.changes
    expect(changes).toEqual({ status: { from: 'active', to: 'archived' } })
  })

  it('audits bulk writes row by row', async () => {
    const owner = await buildUser(world())
    const made = await Promise.all([buildConversation(world(), { owner }), buildConversation(world(), { owner })])
    await withTransaction(ctxOf(world(), owner), async (tx) => {
      await Conversation.with(tx).where({ ownerId: owner.id }).patch({ title: 'Both' })
    })
    for (const { id } of made) expect((await audit(id)).at(-1)).toMatchObject({ action: 'update' })
  })

  it('keeps password hashes and addresses out of the audit', async () => {
    const user = await buildUser(world())
    const rows = JSON.stringify(await audit(user.id))
    expect(rows).not.toContain(user.email)
    // That there is one is told.
    expect(rows).toMatch(/passwordHash\W+\[redacted\]/)
  })

  it('refuses to write without a transaction or a caller', async () => {
    const { id, owner } = await buildConversation(world())
    await expect(Conversation.with(ctxOf(world(), owner)).findById(id).patch({ title: 'No' })).rejects.toThrow('withTransaction')
    const bare = world().database.knex.transaction(async (trx) => {
      await Conversation.query(trx).findById(id).patch({ title: 'No' })
    })
    await expect(bare).rejects.toThrow('withTransaction')
  })

  it('hides soft-deleted rows from reads and writes until they come back', async () => {
    const { id, owner } = await buildConversation(world())
    const ctx = ctxOf(world(), owner)
    await withTransaction(ctx, async (tx) => {
      await Conversation.with(tx).findById(id).patch({ deletedAt: new Date() })
    })
    expect(await Conversation.with(ctx).findById(id)).toBeUndefined()
    const changed = await withTransaction(ctx, async (tx) => Conversation.with(tx).findById(id).patch({ title: 'Ghost' }))
    expect(changed).toBe(0)
    await withTransaction(ctx, async (tx) => {
      await Conversation.with(tx).context({ withDeleted: true }).findById(id).patch({ deletedAt: null })
    })
    expect(await Conversation.with(ctx).findById(id)).toMatchObject({ title: 'Untitled' })
    expect((await audit(id)).map((row) => row.action).slice(-2)).toEqual(['delete', 'restore'])
  })

  it('does not delete what is only ever soft-deleted', async () => {
    const { id, owner } = await buildConversation(world())
    const deleting = withTransaction(ctxOf(world(), owner), async (tx) => Conversation.with(tx).findById(id).delete())
    await expect(deleting).rejects.toThrow('setting deletedAt')
  })

  it('checks JSON when it is written and when it is read', async () => {
    const { id, owner } = await buildConversation(world())
    const ctx = ctxOf(world(), owner)
    const context = JSON.parse('{"brief":"a string"}')
    const writing = withTransaction(ctx, async (tx) => Conversation.with(tx).findById(id).patch({ context }))
    await expect(writing).rejects.toThrow('brief')
    await world()
      .database.knex('conversations')
      .where({ id })
      .update({ context: JSON.stringify({ brief: 1 }) })
    await expect(Conversation.with(ctx).findById(id)).rejects.toThrow('brief')
  })

  it('keeps emoji and instants whole', async () => {
    const user = await buildUser(world(), { name: '👩🏽‍💻 مرحبا' })
    const found = await User.with(ctxOf(world())).findById(user.id)
    expect(found?.name).toBe('👩🏽‍💻 مرحبا')
    expect(found?.createdAt).toEqual(user.createdAt)
  })
})
