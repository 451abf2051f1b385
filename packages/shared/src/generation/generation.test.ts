import { expect, it, vi } from 'vitest'
import { createConversation, getConversation } from '../conversations/index.ts'
import { withTransaction, type Ctx } from '../context.ts'
import { Prompt } from '../models/index.ts'
import { listPrompts } from '../prompts/index.ts'
import { buildConversation, buildParticipant, buildUser, ctxOf, onEachDatabase, type World } from '../testing/index.ts'
import { failInterrupted, lifeless, sendPrompt, stopPrompt } from './index.ts'

const describing = 'A support assistant for a bicycle shop. It answers in German and never promises refunds.'

async function answered(world: World, id: string) {
  return vi.waitFor(
    async () => {
      const prompt = await Prompt.query(world.database.knex).findById(id).throwIfNotFound()
      expect(prompt.status).not.toBe('pending')
      return prompt
    },
    { timeout: 10_000 },
  )
}

onEachDatabase('an exchange', (world) => {
  /** An answer as a killed process leaves it: pending, and nobody writes it. */
  async function abandon(ctx: Ctx, conversationId: string) {
    const sent = await sendPrompt(ctx, { conversationId, input: describing })
    await world().services.generations.stop(sent.id, 'for the test')
    await withTransaction(ctx, async (tx) => {
      await Prompt.with(tx).findById(sent.id).patch({ status: 'pending' })
    })
    return sent
  }

  it('streams section by section to the room and ends as a row with its numbers', async () => {
    const { id, owner } = await buildConversation(world())
    const ctx = ctxOf(world(), owner)
    const sent = await sendPrompt(ctx, { conversationId: id, input: describing, form: { family: 'claude' } })
    expect(sent).toMatchObject({ status: 'pending', userInput: describing, provider: 'composer', author: { name: 'Ada' } })

    const prompt = await answered(world(), sent.id)
    expect(prompt).toMatchObject({ status: 'completed', statusReason: null, tokensIn: 0, tokensOut: 0, costMicroUsd: 0 })
    expect(prompt.responseTimeMs).toBeGreaterThanOrEqual(prompt.firstTokenMs ?? Number.NaN)
    const deltas = world().sent.filter(({ event, id: of }) => event === 'prompt:delta' && of === sent.id)
    expect(deltas.length).toBeGreaterThan(2)
    expect(deltas.map(({ text }) => text).join('')).toBe(prompt.response)
    expect(prompt.response).toContain('<instructions>')
    expect(world().sent).toContainEqual({ event: 'prompt:changed', id: sent.id })
  })

  it('names a conversation that has no name yet', async () => {
    const { id, owner } = await buildConversation(world())
    const ctx = ctxOf(world(), owner)
    await sendPrompt(ctx, { conversationId: id, input: `${describing}\nMore of it.` })
    const { title } = await getConversation(ctx, { id })
    expect(title).toBe('A support assistant for a bicycle shop')
    const named = await createConversation(ctx, { title: 'Mine' })
    await sendPrompt(ctx, { conversationId: named.id, input: describing })
    expect((await getConversation(ctx, { id: named.id })).title).toBe('Mine')
  })

  it('adds what a later message says to the brief', async () => {
    const { id, owner } = await buildConversation(world())
    const ctx = ctxOf(world(), owner)
    await answered(world(), (await sendPrompt(ctx, { conversationId: id, input: describing })).id)
    const { response } = await answered(
      world(),
      (await sendPrompt(ctx, { conversationId: id, input: 'Keep it under 80 words.' })).id,
    )
    expect(response).toContain('80')
    expect(response).toContain('German')
    expect(response.toLowerCase()).toContain('bicycle shop')
  })

  it('takes a form beside the words, or instead of them', async () => {
    const { id, owner } = await buildConversation(world())
    const sent = await sendPrompt(ctxOf(world(), owner), {
      conversationId: id,
      input: '',
      form: { role: 'tutor for algebra', audience: 'beginners' },
    })
    const { response } = await answered(world(), sent.id)
    expect(response).toContain('tutor for algebra')
    expect(response).toContain('beginners')
  })

  it('is refused without words, from viewers and strangers, and while another runs', async () => {
    const { id, owner } = await buildConversation(world())
    const ctx = ctxOf(world(), owner)
    const viewer = ctxOf(world(), await buildParticipant(world(), id, 'viewer'))
    const stranger = ctxOf(world(), await buildUser(world()))
    await expect(sendPrompt(ctx, { conversationId: id, input: ' \n\t ' })).rejects.toMatchObject({ code: 'VALIDATION' })
    await expect(sendPrompt(viewer, { conversationId: id, input: describing })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(sendPrompt(stranger, { conversationId: id, input: describing })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const results = await Promise.allSettled([1, 2, 3].map(() => sendPrompt(ctx, { conversationId: id, input: describing })))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refusals = results.filter((result) => result.status === 'rejected').map(({ reason }) => reason.code)
    expect(refusals).toEqual(['CONFLICT', 'CONFLICT'])
  })

  it('keeps briefs of 200,000 characters, right-to-left text and emoji whole', async () => {
    const owner = await buildUser(world())
    const ctx = ctxOf(world(), owner)
    for (const input of [
      'word '.repeat(40_000).trim(),
      'مساعد يجيب عن أسئلة الزبائن في متجر للدراجات 🚲',
      '👩🏽‍🚀 an assistant for astronauts 🚀',
    ]) {
      const { id } = await createConversation(ctx, {})
      const prompt = await answered(world(), (await sendPrompt(ctx, { conversationId: id, input })).id)
      expect(prompt.userInput).toBe(input)
      expect(prompt.status).toBe('completed')
      for (const word of new Set(input.split(/\s+/))) expect(prompt.response).toContain(word)
    }
  })

  it('is stopped by anybody who may, and keeps what there was of it', async () => {
    const { id, owner } = await buildConversation(world())
    const editor = ctxOf(world(), await buildParticipant(world(), id, 'editor'))
    const viewer = ctxOf(world(), await buildParticipant(world(), id, 'viewer'))
    const sent = await sendPrompt(ctxOf(world(), owner), { conversationId: id, input: describing })
    await expect(stopPrompt(viewer, { id: sent.id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await vi.waitFor(() => expect(world().services.generations.liveIn(id)[0]?.text).not.toBe(''))
    const live = world().services.generations.liveIn(id)[0]?.text ?? ''
    const stopped = await stopPrompt(editor, { id: sent.id })
    expect(stopped).toMatchObject({ status: 'cancelled', statusReason: 'Stopped by A editor.' })
    expect(stopped.response.startsWith(live)).toBe(true)
    expect(world().services.generations.liveIn(id)).toEqual([])
  })

  it('that nobody writes any more is ended by Stop, and the next one can begin', async () => {
    const { id, owner } = await buildConversation(world())
    const ctx = ctxOf(world(), owner)
    const sent = await abandon(ctx, id)
    await expect(sendPrompt(ctx, { conversationId: id, input: describing })).rejects.toMatchObject({ code: 'CONFLICT' })
    const later = new Date(Date.now() + lifeless + 1_000)
    expect(await stopPrompt({ ...ctx, now: () => later }, { id: sent.id })).toMatchObject({ status: 'failed' })
    expect(await sendPrompt(ctx, { conversationId: id, input: describing })).toMatchObject({ status: 'pending' })
  })

  it('failed, says the start, when its process was killed', async () => {
    const { id, owner } = await buildConversation(world())
    const ctx = ctxOf(world(), owner)
    await abandon(ctx, id)
    await failInterrupted({ ...ctx, now: () => new Date(Date.now() + lifeless + 1_000) })
    const [item] = (await listPrompts(ctx, { conversationId: id })).items
    expect(item).toMatchObject({ status: 'failed', statusReason: expect.stringContaining('Send it again') })
  })
})
