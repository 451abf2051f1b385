import { expect, it, vi } from 'vitest'
import type { Ctx } from '../context.ts'
import { applyPrompt } from '../drafts/index.ts'
import { Conversation } from '../models/index.ts'
import { getPrompt } from '../prompts/index.ts'
import { buildConversation, ctxOf, onEachDatabase } from '../testing/index.ts'
import { sendPrompt } from './index.ts'

async function say(ctx: Ctx, conversationId: string, input: string, said: object = {}) {
  const { id } = await sendPrompt(ctx, { conversationId, input, ...said })
  return vi.waitFor(async () => {
    const prompt = await getPrompt(ctx, { id })
    expect(prompt.status).toBe('completed')
    return prompt
  }, 10_000)
}

onEachDatabase('what the chat asks and is told', (world) => {
  const contextOf = async (id: string) => (await Conversation.query(world().database.knex).findById(id).throwIfNotFound()).context

  it('is one question after each answer, which is answered, passed over by a button or by words, and not asked again', async () => {
    const { id, owner } = await buildConversation(world())
    const ctx = ctxOf(world(), owner)
    const first = await say(ctx, id, 'A tutor for algebra.')
    const slot = first.question?.slot ?? ''
    expect(first.question?.options.length).toBeGreaterThan(2)
    const second = await say(ctx, id, 'Linear equations, with a rhinoceros', { answers: slot })
    expect(second.response).toContain('rhinoceros')
    expect(second).toMatchObject({ parentId: first.id, whole: true })
    expect(second.question?.slot).not.toBe(slot)
    const third = await say(ctx, id, '', { skips: second.question?.slot })
    expect(third.response).toBe(second.response)
    const fourth = await say(ctx, id, 'skip')
    expect(fourth.response).toBe(second.response)
    const { interview } = await contextOf(id)
    expect(interview?.skipped).toEqual([second.question?.slot, third.question?.slot])
    expect(interview?.asked).toHaveLength(4)
  })

  it('keeps words that nobody can sort, and files them where somebody says', async () => {
    const { id, owner } = await buildConversation(world())
    const ctx = ctxOf(world(), owner)
    await say(ctx, id, 'A tutor for algebra.')
    const { unsorted } = await say(ctx, id, 'Blue gravel sideways.')
    expect(unsorted).toEqual(['Blue gravel sideways.'])
    const filed = await say(ctx, id, '', { files: { words: unsorted[0], slot: 'do' } })
    expect(filed.unsorted).toEqual([])
    expect(filed.response).toContain('lue gravel sideways')
  })

  it('does what a command says', async () => {
    const { id, owner } = await buildConversation(world())
    const ctx = ctxOf(world(), owner)
    await expect(sendPrompt(ctx, { conversationId: id, input: 'for Claude' })).rejects.toMatchObject({ code: 'VALIDATION' })
    await say(ctx, id, 'A tutor for algebra who explains in steps.')
    expect((await say(ctx, id, 'for Claude')).response).toContain('<instructions>')
    expect((await say(ctx, id, 'make it shorter')).response).toContain('100 words')
    expect((await say(ctx, id, 'add a rule: never give the solution away')).response).toContain('solution away')
  })

  it('takes the last Apply back at “undo”, says so, and says where there is nothing to take back', async () => {
    const { id, draftId, owner } = await buildConversation(world())
    const ctx = ctxOf(world(), owner)
    const { drafts } = world().services
    const composed = await say(ctx, id, 'A tutor for algebra.')
    const nothing = await say(ctx, id, 'undo')
    expect(nothing).toMatchObject({ whole: false, response: expect.stringContaining('nothing to take back') })
    await applyPrompt(ctx, { promptId: composed.id })
    expect(await drafts.read(draftId)).toBe(composed.response)
    const undone = await say(ctx, id, 'undo')
    expect(undone).toMatchObject({ whole: false, provider: 'composer', costMicroUsd: 0, parentId: nothing.id })
    expect(undone.response).toContain('taken back')
    expect(await drafts.read(draftId)).toBe('')
    // What was asked is open still, and the brief as it was.
    expect(undone.question).toEqual(composed.question)
    await expect(applyPrompt(ctx, { promptId: undone.id })).rejects.toMatchObject({ code: 'CONFLICT' })
    const next = await say(ctx, id, 'add a rule: never give the solution away')
    expect(next).toMatchObject({ parentId: undone.id, whole: true })
    for (const words of ['algebra', 'solution away']) expect(next.response).toContain(words)
    expect((await say(ctx, id, 'For beginners.')).response).toContain('algebra')
  })
})
