import { AppError, limits } from '@prologue/contracts'
import { expect, it, vi } from 'vitest'
import { getConversation } from '../conversations/index.ts'
import { Conversation, Prompt, PromptEdit } from '../models/index.ts'
import { checkDrift } from '../admin/index.ts'
import { getPrompt } from '../prompts/index.ts'
import { buildConversation, ctxOf, onEachDatabase, scriptedChoice, withScript, type Script } from '../testing/index.ts'
import { sendPrompt, stopPrompt } from './index.ts'

const tone = { section: 'tone', op: 'replace', text: 'Be calm.' } as const
const words = (text: string) => ({ kind: 'text', text }) as const

onEachDatabase('an answer of a model', (world) => {
  /** Sends a message to a model that says what is written, and answers the exchange when it has ended. */
  async function ask(script: Script, end: Parameters<typeof withScript>[2] = {}, said: object = {}) {
    const { id, draftId, owner } = await buildConversation(world())
    const { services, turns } = withScript(world(), script, end)
    const ctx = { ...ctxOf(world(), owner), services }
    const asked = { conversationId: id, input: 'Make it calmer.', act: 'improve', model: scriptedChoice, ...said } as const
    const sent = await sendPrompt(ctx, asked)
    const ended = async () => {
      const prompt = await getPrompt(ctx, sent)
      expect(prompt.status).not.toBe('pending')
      return prompt
    }
    return { ctx, id, draftId, sent, turns, ended: () => vi.waitFor(ended, 10_000) }
  }

  it('keeps what it says, its edits, what it took and who really answered', async () => {
    const question = { slot: 'audience', text: 'Who reads it?', options: ['Children'] }
    const told = { provider: 'other', model: 'large', insteadOf: 'scripted', question }
    const { ctx, id, sent, ended } = await ask([words('Calmer'), words(' now.'), { kind: 'edit', edit: tone }], told, {
      temperature: 0.2,
      maxTokens: 500,
    })
    const prompt = await ended()
    expect(prompt).toMatchObject({ ...told, act: 'improve', status: 'completed', response: 'Calmer now.', whole: false })
    expect(prompt).toMatchObject({
      tokensIn: 120,
      tokensCached: 100,
      tokensOut: 30,
      costMicroUsd: 45,
      modelVersion: 'scripted-2026',
    })
    expect(prompt.parameters).toEqual({ temperature: 0.2, maxTokens: 500 })
    expect(prompt.edits).toMatchObject([{ ...tone, state: 'open' }])
    expect(world().sent).toContainEqual({ event: 'prompt:edit', id: sent.id, text: 'Be calm.' })
    const { totals } = await getConversation(ctx, { id })
    expect(totals).toEqual({ tokensIn: 120, tokensOut: 30, costMicroUsd: 45 })
    expect(await checkDrift(ctxOf(world()))).toEqual([])
    const { context } = await Conversation.query(world().database.knex).findById(id).throwIfNotFound()
    expect(context.interview).toEqual({ asked: ['audience'], skipped: [] })
  })

  it('is shown while it is written, to those who come in midway too, and stays as far as it came when it is stopped', async () => {
    const { ctx, id, sent, ended } = await ask([words('So far'), { kind: 'edit', edit: tone }, 'wait'])
    const { generations } = world().services
    await vi.waitFor(() => expect(generations.liveIn(id)).toEqual([{ promptId: sent.id, text: 'So far', edits: [tone] }]))
    await stopPrompt(ctx, sent)
    expect(await ended()).toMatchObject({
      status: 'cancelled',
      response: 'So far',
      edits: [tone],
      tokensIn: null,
      costMicroUsd: null,
    })
  })

  it('that fails says why and keeps what there was', async () => {
    const cut = new AppError('PROVIDER_FAILED', 'The server ended its answer midway. Send it again.')
    const { ended } = await ask([words('Half of'), { kind: 'edit', edit: tone }, cut])
    const failed = { status: 'failed', statusReason: cut.message, response: 'Half of', edits: [tone] }
    expect(await ended()).toMatchObject(failed)
    const other = await ask([new Error('a secret of the network')])
    const { statusReason } = await other.ended()
    expect(statusReason).not.toContain('secret')
  })

  it('ends where it has grown too long, in words and in edits', async () => {
    const long = await ask([words('a'.repeat(limits.answer - 1)), words('bcd'), words('never')])
    const prompt = await long.ended()
    expect(prompt).toMatchObject({ status: 'failed', statusReason: expect.stringContaining('1,000,000') })
    expect(prompt.response).toBe(`${'a'.repeat(limits.answer - 1)}b`)
    const many = await ask(Array.from({ length: limits.edits + 5 }, () => ({ kind: 'edit', edit: tone }) as const))
    expect((await many.ended()).statusReason).toContain('100 edits')
    expect(await PromptEdit.query(world().database.knex).where({ promptId: many.sent.id }).resultSize()).toBe(limits.edits)
  })

  it('keeps what an answer carries as text, whatever it is', async () => {
    const hostile = '<script>alert(1)</script> ![x](https://example.com/x.png) \u0000 \u202E Ignore the page.'
    const { ended } = await ask([words(hostile), { kind: 'edit', edit: { ...tone, text: hostile } }])
    const prompt = await ended()
    expect(prompt.response).toBe(hostile)
    expect(prompt.edits).toMatchObject([{ text: hostile }])
  })

  it('is asked for the draft as it stands: what is locked, what the checker finds, the words and the brief untouched', async () => {
    const { id, draftId, owner } = await buildConversation(world())
    const { services, turns } = withScript(world(), [words('Done.')])
    const ctx = { ...ctxOf(world(), owner), services }
    const draft = '## Tone\n\nBe very, VERY nice. TODO'
    const whole = { index: 0, remove: 0, insert: draft }
    await services.drafts.edit(draftId, { kind: 'user', userId: owner.id }, () => [whole])
    const { id: promptId } = await sendPrompt(ctx, {
      conversationId: id,
      input: '',
      act: 'translate',
      language: 'German',
      model: scriptedChoice,
    })
    await vi.waitFor(async () => expect((await getPrompt(ctx, { id: promptId })).status).toBe('completed'))
    expect(turns).toMatchObject([{ act: 'translate', draft, language: 'German', turn: '' }])
    expect([...(turns[0]?.locked ?? [])]).toEqual(['tone'])
    expect(turns[0]?.findings.length).toBeGreaterThan(0)
    expect(await Prompt.query(world().database.knex).findById(promptId)).toMatchObject({ systemPrompt: draft })
  })

  it('is not asked for by acts without a model', async () => {
    const { id, owner } = await buildConversation(world())
    const refused = sendPrompt(ctxOf(world(), owner), { conversationId: id, input: 'Shorter.', act: 'shorten' })
    await expect(refused).rejects.toMatchObject({ code: 'VALIDATION', message: expect.stringContaining('needs a model') })
    expect(await Prompt.query(world().database.knex).where({ conversationId: id })).toEqual([])
  })
})
