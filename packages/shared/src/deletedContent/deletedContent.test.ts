import { randomUUID } from 'node:crypto'
import { deletedKinds, type DeletedOne } from '@prologue/contracts'
import { expect, it } from 'vitest'
import type { Ctx } from '../context.ts'
import { deleteConversation, getConversation } from '../conversations/index.ts'
import { deleteTemplate, getTemplate } from '../templates/index.ts'
import { buildConversation, buildTemplate, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { bringBack, listDeleted, purgeNow } from './index.ts'

onEachDatabase('what was deleted', (world) => {
  const admin = async () => ctxOf(world(), await buildUser(world(), { role: 'admin' }))
  const rowsOf = ({ kind, id }: DeletedOne) => world().database.knex(`${kind}s`).where({ id })

  async function deleted() {
    const conversation = await buildConversation(world())
    const owner = ctxOf(world(), conversation.owner)
    await deleteConversation(owner, { id: conversation.id })
    const template = await buildTemplate(world(), { title: 'A shop window', visibility: 'public' })
    await deleteTemplate(ctxOf(world(), template.owner), { id: template.id })
    return { conversation, owner, template, author: ctxOf(world(), template.owner) }
  }

  it('is listed with whose it was, until when it can come back, and its name only where everybody knew it', async () => {
    const ctx = await admin()
    const { conversation, template } = await deleted()
    const hidden = await buildTemplate(world(), { title: 'A secret', visibility: 'private' })
    await deleteTemplate(ctxOf(world(), hidden.owner), { id: hidden.id })
    const templates = (await listDeleted(ctx, { kind: 'template' })).items
    expect(templates.map(({ id, title }) => [id, title])).toEqual([
      [hidden.id, null],
      [template.id, 'A shop window'],
    ])
    const [room] = (await listDeleted(ctx, { kind: 'conversation' })).items
    expect(room).toMatchObject({ id: conversation.id, title: null, owner: { name: conversation.owner.name } })
    expect((room?.purgedAfter.getTime() ?? 0) - (room?.deletedAt.getTime() ?? 0)).toBe(30 * 86_400_000)
    for (const item of [...templates, ...(room ? [room] : [])]) await purgeNow(ctx, item)
  })

  it('is brought back for its people', async () => {
    const ctx = await admin()
    const { conversation, owner, template, author } = await deleted()
    await bringBack(ctx, { kind: 'conversation', id: conversation.id })
    await bringBack(ctx, { kind: 'template', id: template.id })
    expect(await getConversation(owner, { id: conversation.id })).toMatchObject({ id: conversation.id })
    expect(await getTemplate(author, { id: template.id })).toMatchObject({ title: 'A shop window' })
    await bringBack(ctx, { kind: 'template', id: template.id })
    await expect(bringBack(ctx, { kind: 'template', id: randomUUID() })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is removed for good at once, and the audit tells so; what is not deleted stays', async () => {
    const ctx = await admin()
    const { conversation, template } = await deleted()
    for (const one of [conversation, template]) {
      const kind = one === conversation ? 'conversation' : 'template'
      await purgeNow(ctx, { kind, id: one.id })
      expect(await rowsOf({ kind, id: one.id })).toEqual([])
      expect(await world().database.knex('audit_logs').where({ entityId: one.id, action: 'purge' })).toHaveLength(1)
    }
    const kept = await buildTemplate(world())
    await expect(purgeNow(ctx, { kind: 'template', id: kept.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await rowsOf({ kind: 'template', id: kept.id })).toHaveLength(1)
  })

  it('is for administrators alone, and removed by those who proved lately that it is them', async () => {
    const { conversation, owner } = await deleted()
    const one = { kind: 'conversation', id: conversation.id } as const
    for (const ctx of [owner, ctxOf(world(), await buildUser(world(), { role: 'moderator' }))]) {
      for (const kind of deletedKinds) await expect(listDeleted(ctx, { kind })).rejects.toMatchObject({ code: 'FORBIDDEN' })
      await expect(bringBack(ctx, one)).rejects.toMatchObject({ code: 'FORBIDDEN' })
      await expect(purgeNow(ctx, one)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
    const ctx = await admin()
    const later: Ctx = { ...ctx, now: () => new Date(ctx.now().getTime() + 86_400_000) }
    await expect(purgeNow(later, one)).rejects.toMatchObject({ code: 'CONFIRM_IDENTITY' })
    expect(await rowsOf(one)).toHaveLength(1)
  })
})
