import { expect, it } from 'vitest'
import { applyPrompt } from '../drafts/index.ts'
import { stopPrompt } from '../generation/index.ts'
import { buildConversation, buildParticipant, buildPrompt, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { deletePrompt, listPrompts, restorePrompt } from './index.ts'

onEachDatabase('a deleted exchange', (world) => {
  async function buildExchange() {
    const { id, owner } = await buildConversation(world())
    const author = await buildParticipant(world(), id, 'editor')
    const prompt = await buildPrompt(world(), { conversationId: id, author })
    const listed = async () => (await listPrompts(ctxOf(world(), owner), { conversationId: id })).items.map((item) => item.id)
    return { conversationId: id, id: prompt.id, owner, author, listed }
  }

  it('is gone from its conversation until it is brought back, and the room is told', async () => {
    const { id, author, listed } = await buildExchange()
    const ctx = ctxOf(world(), author)
    await deletePrompt(ctx, { id })
    expect(await listed()).toEqual([])
    expect(world().sent).toContainEqual({ event: 'prompt:changed', id })
    for (const trying of [
      () => applyPrompt(ctx, { promptId: id }),
      () => stopPrompt(ctx, { id }),
      () => deletePrompt(ctx, { id }),
    ]) {
      await expect(trying()).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
    await restorePrompt(ctx, { id })
    await restorePrompt(ctx, { id })
    expect(await listed()).toEqual([id])
    const actions = await world().database.knex('audit_logs').where({ entityId: id }).orderBy('sequence').pluck('action')
    expect(actions).toEqual(['create', 'delete', 'restore'])
  })

  it('is deleted by its author and by the owner; brought back by who deleted it and by the owner', async () => {
    const { conversationId, id, owner, author, listed } = await buildExchange()
    const other = ctxOf(world(), await buildParticipant(world(), conversationId, 'editor'))
    const stranger = ctxOf(world(), await buildUser(world()))
    await expect(deletePrompt(other, { id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(deletePrompt(stranger, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    for (const person of [owner, author]) {
      await deletePrompt(ctxOf(world(), person), { id })
      // What the owner took away its author does not bring back.
      const refused = [other, stranger, ...(person === owner ? [ctxOf(world(), author)] : [])]
      for (const ctx of refused) await expect(restorePrompt(ctx, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
      await restorePrompt(ctxOf(world(), person), { id })
    }
    await deletePrompt(ctxOf(world(), author), { id })
    await restorePrompt(ctxOf(world(), owner), { id })
    expect(await listed()).toEqual([id])
    const abilities = async (person: typeof owner) =>
      (await listPrompts(ctxOf(world(), person), { conversationId })).items[0]?.abilities
    expect(await abilities(owner)).toEqual(['prompt:delete'])
    expect(await abilities(author)).toEqual(['prompt:edit', 'prompt:delete'])
    expect((await listPrompts(other, { conversationId })).items[0]?.abilities).toEqual([])
  })

  it('is not one whose answer is being written', async () => {
    const { conversationId, owner } = await buildExchange()
    const pending = await buildPrompt(world(), { conversationId, author: owner, status: 'pending' })
    await expect(deletePrompt(ctxOf(world(), owner), { id: pending.id })).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})
