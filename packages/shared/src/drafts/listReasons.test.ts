import { expect, it, vi } from 'vitest'
import type { Ctx } from '../context.ts'
import { regeneratePrompt, sendPrompt } from '../generation/index.ts'
import { getPrompt } from '../prompts/index.ts'
import { buildConversation, ctxOf, onEachDatabase } from '../testing/index.ts'
import { applyPrompt, listReasons } from './index.ts'

const written = (ctx: Ctx, { id }: { id: string }) =>
  vi.waitFor(async () => {
    const prompt = await getPrompt(ctx, { id })
    expect(prompt.status).toBe('completed')
    return prompt
  }, 10_000)

onEachDatabase('why a sentence is there', (world) => {
  it('is known of what was applied, also once the conversation went on from another brief', async () => {
    const { id, owner } = await buildConversation(world())
    const ctx = ctxOf(world(), owner)
    const say = async (input: string) => written(ctx, await sendPrompt(ctx, { conversationId: id, input }))
    const about = async (word: string) =>
      (await listReasons(ctx, { conversationId: id })).filter(({ text }) => text.includes(word))
    const first = await say('A tutor for algebra.')
    const second = await say('It answers in French.')
    expect(await about('French')).toHaveLength(1)
    await applyPrompt(ctx, { promptId: second.id })
    await written(ctx, await regeneratePrompt(ctx, { id: first.id }))
    expect(await about('French')).toHaveLength(1)
    // What the brief in force says as well is told once.
    const all = await listReasons(ctx, { conversationId: id })
    expect(new Set(all.map(({ section, text }) => `${section} ${text}`)).size).toBe(all.length)
    expect(await about('algebra')).not.toEqual([])
  })
})
