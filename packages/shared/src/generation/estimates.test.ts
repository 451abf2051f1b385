import { expect, it, vi } from 'vitest'
import { withTransaction } from '../context.ts'
import { Conversation } from '../models/index.ts'
import { getPrompt } from '../prompts/index.ts'
import { buildConversation, ctxOf, onEachDatabase, scriptedChoice, withScript } from '../testing/index.ts'
import { regeneratePrompt, sendPrompt } from './index.ts'

onEachDatabase('what an answer may cost', (world) => {
  /** A conversation whose model takes its time to estimate, with what is done meanwhile. */
  async function open(dailyBudget: number | null, meanwhile: (conversationId: string) => Promise<unknown>) {
    const { id, owner } = await buildConversation(world())
    const { services } = withScript(world(), [{ kind: 'text', text: 'Calm.' }])
    const estimated = vi.fn<() => Promise<number>>(() => meanwhile(id).then(() => 70))
    const models: typeof services.models = {
      ...services.models,
      dailyBudget,
      choose: async (...asked) => ({ ...(await services.models.choose(...asked)), estimate: estimated }),
    }
    const ctx = { ...ctxOf(world(), owner), services: { ...services, models } }
    const ended = (promptId: string) =>
      vi.waitFor(async () => expect(await getPrompt(ctx, { id: promptId })).toMatchObject({ status: 'completed' }), 10_000)
    return { ctx, id, estimated, ended }
  }
  const rename = (id: string) =>
    withTransaction(ctxOf(world()), async (tx) => Conversation.with(tx).findById(id).patch({ title: 'Bees' }))

  it('is estimated before anything is locked, so that others write meanwhile', async () => {
    const { ctx, id, estimated, ended } = await open(1_000_000, rename)
    const asked = { conversationId: id, input: 'Calmer.', act: 'improve', model: scriptedChoice } as const
    const first = await sendPrompt(ctx, asked)
    await ended(first.id)
    const again = await regeneratePrompt(ctx, { id: first.id, model: scriptedChoice })
    await ended(again.id)
    expect(estimated).toHaveBeenCalledTimes(2)
  })

  it('is not asked where nobody has a budget', async () => {
    const { ctx, id, estimated, ended } = await open(null, rename)
    const { id: promptId } = await sendPrompt(ctx, {
      conversationId: id,
      input: 'Calmer.',
      act: 'improve',
      model: scriptedChoice,
    })
    await ended(promptId)
    expect(estimated).not.toHaveBeenCalled()
  })
})
