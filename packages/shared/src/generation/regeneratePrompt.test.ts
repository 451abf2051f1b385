import { expect, it, vi } from 'vitest'
import type { Ctx } from '../context.ts'
import { Conversation, Prompt } from '../models/index.ts'
import { purgePrompts } from '../retention/index.ts'
import { deletePrompt, editPrompt, getPrompt } from '../prompts/index.ts'
import { buildConversation, ctxOf, onEachDatabase, scriptedChoice, withScript } from '../testing/index.ts'
import { regeneratePrompt, sendPrompt } from './index.ts'

const written = (ctx: Ctx, { id }: { id: string }) =>
  vi.waitFor(async () => {
    const prompt = await getPrompt(ctx, { id })
    expect(prompt.status).toBe('completed')
    return prompt
  }, 10_000)

onEachDatabase('another answer to a message', (world) => {
  async function build() {
    const { id, owner } = await buildConversation(world())
    const ctx = ctxOf(world(), owner)
    const say = async (input: string, said: object = {}) =>
      written(ctx, await sendPrompt(ctx, { conversationId: id, input, ...said }))
    const again = async ({ id: of }: { id: string }) => written(ctx, await regeneratePrompt(ctx, { id: of }))
    const context = async () => (await Conversation.query(world().database.knex).findById(id).throwIfNotFound()).context
    return { id, ctx, owner, say, again, context }
  }

  it('reads it as it is worded now, and nothing of what it said before', async () => {
    const { ctx, say, again } = await build()
    await say('A tutor for algebra.')
    const second = await say('It answers in French.')
    await editPrompt(ctx, { id: second.id, input: 'It answers in German.' })
    const { response } = await again(second)
    expect(response).toContain('German')
    expect(response).not.toContain('French')
    expect(response).toContain('algebra')
  })

  it('asks what was asked after it, as often as it is answered anew', async () => {
    const { say, again, context } = await build()
    await say('A tutor for algebra.')
    const second = await say('It answers in French.')
    const { interview } = await context()
    const third = await again(await again(second))
    expect(third).toMatchObject({ question: second.question, response: second.response })
    expect(await context()).toMatchObject({ interview })
  })

  it('does once more what was pressed: an answer, Skip, words that are filed, a form', async () => {
    const { say, again, context } = await build()
    const first = await say('', { form: { role: 'tutor for algebra' } })
    expect((await again(first)).response).toBe(first.response)
    const answered = await say('Linear equations, with a rhinoceros', { answers: first.question?.slot })
    expect((await again(answered)).response).toBe(answered.response)
    const skipped = await say('', { skips: answered.question?.slot })
    expect(await again(skipped)).toMatchObject({ response: skipped.response, question: skipped.question })
    expect((await context()).interview?.skipped).toEqual([answered.question?.slot])
    const { unsorted } = await say('Blue gravel sideways.')
    const filed = await say('', { files: { words: unsorted[0], slot: 'do' } })
    expect(await again(filed)).toMatchObject({ response: filed.response, unsorted: [] })
  })

  it('of a model is asked for with the words that stood for a button', async () => {
    const { id, ctx, owner, say } = await build()
    const first = await say('A tutor for algebra.')
    const { services, turns } = withScript(world(), [{ kind: 'text', text: 'Done.' }])
    const asking = { ...ctxOf(world(), owner), services }
    const pressed = { conversationId: id, input: '', skips: first.question?.slot, model: scriptedChoice }
    const skipped = await written(asking, await sendPrompt(asking, pressed))
    await written(asking, await regeneratePrompt(asking, { id: skipped.id }))
    expect(turns).toHaveLength(2)
    expect(turns[1]?.turn).toBe(turns[0]?.turn)
    expect(turns[1]?.turn).toContain('open')
    expect(await Prompt.query(ctx.database.knex).findById(skipped.id)).toMatchObject({
      metadata: { pressed: { skips: expect.anything() } },
    })
  })

  it('goes on from what was gathered by an exchange that is deleted since, or gone for good', async () => {
    const { ctx, say, again } = await build()
    const first = await say('A tutor for algebra.')
    const second = await say('It answers in French.')
    await deletePrompt(ctx, first)
    const third = await again(second)
    expect(third.response).toBe(second.response)
    const { knex } = world().database
    await knex('prompts')
      .where({ id: first.id })
      .update({ createdAt: new Date(Date.now() - 3 * 24 * 60 * 60 * 1000) })
    await purgePrompts(ctx, { olderThanDays: 2 })
    expect(await Prompt.query(knex).context({ withDeleted: true }).findById(first.id)).toBeUndefined()
    expect((await again(third)).response).toBe(second.response)
  })
})
