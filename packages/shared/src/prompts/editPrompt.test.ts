import { editPromptSchema, searchSchema } from '@prologue/contracts'
import { expect, it } from 'vitest'
import { buildConversation, buildParticipant, buildPrompt, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { search } from '../search/index.ts'
import { editPrompt, getPrompt } from './index.ts'

onEachDatabase('an edited message', (world) => {
  async function buildExchange() {
    const { id, owner } = await buildConversation(world())
    const author = await buildParticipant(world(), id, 'editor')
    const prompt = await buildPrompt(world(), { conversationId: id, author })
    return { conversationId: id, id: prompt.id, owner, author }
  }

  it('says when it was edited, keeps its answer, is found by its new words, and the room is told', async () => {
    const { id, owner, author } = await buildExchange()
    const ctx = { ...ctxOf(world(), author), now: () => new Date(1_800_000_000_000) }
    const edited = await editPrompt(ctx, { id, input: 'A zebrafinch question' })
    const expected = { userInput: 'A zebrafinch question', editedAt: new Date(1_800_000_000_000), response: 'An answer' }
    expect(edited).toMatchObject(expected)
    expect(await getPrompt(ctxOf(world(), owner), { id })).toMatchObject(expected)
    expect(world().sent).toContainEqual({ event: 'prompt:changed', id })
    const found = async (query: string) => (await search(ctx, searchSchema.parse({ text: query, kind: 'prompts' }))).items.length
    expect([await found('zebrafinch'), await found('zebrafinch question')]).toEqual([1, 1])
  })

  it('that says what it said before is not edited', async () => {
    const { id, author } = await buildExchange()
    world().sent.length = 0
    expect(await editPrompt(ctxOf(world(), author), { id, input: 'A question' })).toMatchObject({ editedAt: null })
    expect(world().sent).toEqual([])
  })

  it('is edited by who wrote it, while they may write there, and by nobody else', async () => {
    const { conversationId, id, owner, author } = await buildExchange()
    const input = 'Another'
    const others = [owner, await buildParticipant(world(), conversationId, 'editor')]
    for (const other of others) {
      await expect(editPrompt(ctxOf(world(), other), { id, input })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
    const stranger = ctxOf(world(), await buildUser(world()))
    await expect(editPrompt(stranger, { id, input })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const { knex } = world().database
    await knex('conversation_participants').where({ conversationId, userId: author.id }).update({ role: 'commenter' })
    await expect(editPrompt(ctxOf(world(), author), { id, input })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await knex('conversation_participants').where({ conversationId, userId: author.id }).update({ role: 'editor' })
    await knex('conversations').where({ id: conversationId }).update({ status: 'paused' })
    await expect(editPrompt(ctxOf(world(), author), { id, input })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('is not one whose answer is being written', async () => {
    const { conversationId, author } = await buildExchange()
    const { id } = await buildPrompt(world(), { conversationId, author, status: 'pending' })
    await expect(editPrompt(ctxOf(world(), author), { id, input: 'Another' })).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('has words', () => {
    const id = '0198c0de-0000-7000-8000-000000000000'
    expect(editPromptSchema.safeParse({ id, input: ' \n ' }).success).toBe(false)
    expect(editPromptSchema.safeParse({ id, input: 'x'.repeat(250_001) }).success).toBe(false)
    expect(editPromptSchema.safeParse({ id, input: 'x'.repeat(250_000) }).success).toBe(true)
  })
})
