import { expect, it, vi } from 'vitest'
import type { Ctx } from '../context.ts'
import { regeneratePrompt, sendPrompt } from '../generation/index.ts'
import { Conversation, Prompt } from '../models/index.ts'
import { search } from '../search/index.ts'
import { buildConversation, buildParticipant, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { choosePrompt, deletePrompt, getPrompt, listPrompts, ratePrompt, restorePrompt } from './index.ts'

const written = (ctx: Ctx, { id }: { id: string }) =>
  vi.waitFor(async () => {
    const prompt = await getPrompt(ctx, { id })
    expect(prompt.status).toBe('completed')
    return prompt
  }, 10_000)

onEachDatabase('answers to one message', (world) => {
  /** Three messages one after another, then another answer to the first, and a message after that. */
  async function build() {
    const { id, owner } = await buildConversation(world())
    const ctx = ctxOf(world(), owner)
    const say = async (input: string) => (await written(ctx, await sendPrompt(ctx, { conversationId: id, input }))).id
    const first = await say('A tutor for algebra.')
    const second = await say('It answers in French.')
    const third = await say('It never gives the solution away.')
    const other = (await written(ctx, await regeneratePrompt(ctx, { id: first }))).id
    const fourth = await say('It answers in German.')
    const shown = async () => (await listPrompts(ctx, { conversationId: id })).items.map((prompt) => prompt.id)
    const brief = async () =>
      JSON.stringify((await Conversation.query(world().database.knex).findById(id).throwIfNotFound()).context.brief)
    return { id, owner, ctx, say, first, second, third, other, fourth, shown, brief }
  }

  it('stand beside each other; the one that is chosen is shown with what came after it, and its brief is in force', async () => {
    const { id, ctx, say, first, second, third, other, fourth, shown, brief } = await build()
    expect(await shown()).toEqual([other, fourth])
    expect(await getPrompt(ctx, { id: fourth })).toMatchObject({ parentId: other, branches: [fourth] })
    expect(await getPrompt(ctx, { id: first })).toMatchObject({ parentId: null, branches: [first, other] })
    expect(await brief()).toContain('German')
    expect(await brief()).not.toContain('French')

    world().sent.length = 0
    expect(await choosePrompt(ctx, { id: first })).toMatchObject({ id: first, branches: [first, other] })
    expect(world().sent).toContainEqual({ event: 'branches:changed', id })
    expect(await shown()).toEqual([first, second, third])
    expect(await brief()).toContain('French')
    expect(await brief()).not.toContain('German')

    // One far down another branch is shown with all that leads to it.
    await choosePrompt(ctx, { id: fourth })
    expect(await shown()).toEqual([other, fourth])
    const fifth = await say('For beginners.')
    expect(await getPrompt(ctx, { id: fifth })).toMatchObject({ parentId: fourth })
    // A link to one that is not shown leads to the one that is.
    expect((await listPrompts(ctx, { conversationId: id, around: first })).items.map((prompt) => prompt.id)).toContain(other)
    await expect(listPrompts(ctx, { conversationId: id, around: third })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('are one shown or none when one is deleted, and one when it comes back', async () => {
    const { ctx, first, second, third, other, fourth, shown } = await build()
    await deletePrompt(ctx, { id: other })
    expect(await shown()).toEqual([first, second, third])
    expect(await getPrompt(ctx, { id: first })).toMatchObject({ branches: [first] })
    await deletePrompt(ctx, { id: first })
    // With no answer left to the message, what came after stays where it was.
    expect(await shown()).toEqual([second, third])
    await restorePrompt(ctx, { id: other })
    expect(await shown()).toEqual([other, fourth])
    await restorePrompt(ctx, { id: first })
    expect(await shown()).toEqual([other, fourth])
    await choosePrompt(ctx, { id: first })
    expect(await shown()).toEqual([first, second, third])
  })

  it('stay as they were chosen when one comes back, beside them or where they are hidden', async () => {
    const { ctx, first, third, other, fourth, shown } = await build()
    // Of two answers further on the older one is chosen.
    await written(ctx, await regeneratePrompt(ctx, { id: fourth }))
    await choosePrompt(ctx, { id: fourth })
    await deletePrompt(ctx, { id: first })
    await restorePrompt(ctx, { id: first })
    expect(await shown()).toEqual([other, fourth])
    // One of a branch that is hidden stays there.
    await deletePrompt(ctx, { id: third })
    await restorePrompt(ctx, { id: third })
    expect(await shown()).toEqual([other, fourth])
  })

  it('are not chosen while another is written, nor by those who may not', async () => {
    const { id, ctx, first, other } = await build()
    const viewer = ctxOf(world(), await buildParticipant(world(), id, 'viewer'))
    const stranger = ctxOf(world(), await buildUser(world()))
    await expect(choosePrompt(viewer, { id: first })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(choosePrompt(stranger, { id: first })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(regeneratePrompt(viewer, { id: first })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(regeneratePrompt(stranger, { id: first })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const running = await sendPrompt(ctx, { conversationId: id, input: 'For children.' })
    await expect(choosePrompt(ctx, { id: first })).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(regeneratePrompt(ctx, { id: first })).rejects.toMatchObject({ code: 'CONFLICT' })
    await written(ctx, running)
    // Nor is what comes back shown then in place of what is being written after it.
    for (const one of [other, first]) await deletePrompt(ctx, { id: one })
    const next = await sendPrompt(ctx, { conversationId: id, input: 'For pupils.' })
    await expect(restorePrompt(ctx, { id: other })).rejects.toMatchObject({ code: 'CONFLICT' })
    await written(ctx, next)
    await restorePrompt(ctx, { id: other })
  })

  it('are chosen one at a time, however many choose at once', async () => {
    const { ctx, first, other, shown } = await build()
    await Promise.all([first, other, first, other].map((id) => choosePrompt(ctx, { id })))
    const chosen = await Prompt.query(world().database.knex).whereIn('id', [first, other]).where({ chosen: true })
    expect(chosen).toHaveLength(1)
    expect((await shown())[0]).toBe(chosen[0]?.id)
  })

  it('are found only where they are shown', async () => {
    const { ctx, first, second, fourth } = await build()
    const found = async (text: string) => {
      const { items } = await search(ctx, { kind: 'prompts', text, sort: 'newest', prefix: false })
      return items.flatMap((hit) => (hit.kind === 'prompt' ? [hit.id] : []))
    }
    expect(await found('French')).not.toContain(second)
    expect(await found('German')).toContain(fourth)
    await choosePrompt(ctx, { id: first })
    expect(await found('French')).toContain(second)
  })

  it('are rated with words, which go with the rating', async () => {
    const { id, ctx, first } = await build()
    const rated = await ratePrompt(ctx, { id: first, rating: 1, feedback: 'Too long.' })
    expect(rated).toMatchObject({ rating: 1, feedback: 'Too long.' })
    expect(await ratePrompt(ctx, { id: first, rating: null, feedback: 'Still.' })).toMatchObject({ rating: null, feedback: null })
    const commenter = ctxOf(world(), await buildParticipant(world(), id, 'commenter'))
    await expect(ratePrompt(commenter, { id: first, rating: 5, feedback: null })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
