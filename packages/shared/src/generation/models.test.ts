import { AppError, limits } from '@prologue/contracts'
import { readAnswer } from '@prologue/prompt-kit'
import { describe, expect, it, vi } from 'vitest'
import { getConversation } from '../conversations/index.ts'
import type { Ctx } from '../context.ts'
import { Conversation, Prompt, PromptEdit } from '../models/index.ts'
import { checkDrift } from '../admin/index.ts'
import { getPrompt } from '../prompts/index.ts'
import { createShare } from '../shares/index.ts'
import {
  buildConversation,
  buildPrompt,
  ctxOf,
  enteredGuest,
  onEachDatabase,
  scriptedChoice,
  withScript,
  type Script,
  type World,
} from '../testing/index.ts'
import { failInterrupted, lifeless, makeGenerations, sendPrompt, stopPrompt } from './index.ts'

const tone = { section: 'tone', op: 'replace', text: 'Be calm.' } as const
const words = (text: string) => ({ kind: 'text', text }) as const

/** A conversation with one model, and so much that models may cost somebody. */
async function asking(world: World, script: Script, dailyBudget: number) {
  const { id, owner } = await buildConversation(world)
  const { services } = withScript(world, script)
  const priced = { ...services, models: { ...services.models, dailyBudget } }
  const by = (ctx: Ctx): Ctx => ({ ...ctx, services: priced })
  const send = (ctx: Ctx, conversationId = id) =>
    sendPrompt(by(ctx), { conversationId, input: 'Make it calmer.', act: 'improve', model: scriptedChoice })
  const ended = (sent: { id: string }) =>
    vi.waitFor(async () => expect((await Prompt.query(world.database.knex).findById(sent.id))?.status).not.toBe('pending'))
  return { id, owner, ctx: by(ctxOf(world, owner)), send, ended }
}

const spent = { code: 'RATE_LIMITED', message: expect.stringContaining('You have spent') }

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

  const charged = (id: string) =>
    Prompt.query(world().database.knex).findById(id).throwIfNotFound().select('payerId', 'chargedMicroUsd')

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
    expect(totals).toEqual({ tokensIn: 120, tokensOut: 30, costMicroUsd: 45, costUnknown: 0 })
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
    expect(await charged(sent.id)).toMatchObject({ chargedMicroUsd: 45 })
    // What it really cost nobody said.
    expect((await getConversation(ctx, { id })).totals).toMatchObject({ costMicroUsd: 0, costUnknown: 1 })
    expect(await checkDrift(ctxOf(world()))).toEqual([])
  })

  it('keeps what there was of it, too, where another process was asked to stop it', { timeout: 30_000 }, async () => {
    const { ctx, id, sent } = await ask([words('So far'), { kind: 'edit', edit: tone }, 'wait'])
    const { generations } = world().services
    await vi.waitFor(() => expect(generations.liveIn(id)[0]?.edits).toHaveLength(1))
    const elsewhere = { ...ctx, services: { ...ctx.services, generations: makeGenerations() } }
    const stopped = { status: 'cancelled', statusReason: expect.stringContaining('Stopped by') }
    expect(await stopPrompt(elsewhere, sent)).toMatchObject(stopped)
    await vi.waitFor(() => expect(generations.isRunning(sent.id)).toBe(false), 10_000)
    expect(await getPrompt(ctx, sent)).toMatchObject({ ...stopped, response: 'So far', edits: [tone] })
    expect(await charged(sent.id)).toMatchObject({ chargedMicroUsd: 45 })
  })

  it('that was given up meanwhile stays so, and is charged with what it took', async () => {
    const { id, sent, ended } = await ask([words('So far'), { kind: 'edit', edit: tone }, 'wait'])
    const { generations } = world().services
    await vi.waitFor(() => expect(generations.liveIn(id)[0]?.edits).toHaveLength(1))
    await world().database.knex('prompts').where({ id: sent.id }).update({ status: 'failed', statusReason: 'Lost.' })
    await generations.stop(sent.id, 'Stopped.')
    expect(await ended()).toMatchObject({ status: 'failed', statusReason: 'Lost.', response: '', edits: [] })
    expect(await charged(sent.id)).toMatchObject({ chargedMicroUsd: 45 })
  })

  it('shows that it is written, and is left alone by a process that starts meanwhile', { timeout: 30_000 }, async () => {
    const { ctx, id, sent } = await ask([words('So far'), 'wait'])
    const left = await buildPrompt(world(), { conversationId: id, status: 'pending' })
    const row = (of: { id: string }) => Prompt.query(world().database.knex).findById(of.id).throwIfNotFound()
    const { updatedAt } = await row(left)
    await vi.waitFor(async () => expect((await row(sent)).updatedAt.getTime()).toBeGreaterThan(updatedAt.getTime()), 10_000)
    await failInterrupted({ ...ctx, now: () => new Date(updatedAt.getTime() + lifeless + 1_000) })
    expect([(await row(sent)).status, (await row(left)).status]).toEqual(['pending', 'failed'])
    expect(world().sent).toContainEqual({ event: 'prompt:changed', id: left.id })

    // Stopped by another process: it goes on no longer than to the next sign.
    await world().database.knex('prompts').where({ id: sent.id }).update({ status: 'failed' })
    await vi.waitFor(() => expect(world().services.generations.isRunning(sent.id)).toBe(false), 10_000)
  })

  it('that fails says why and keeps what there was', async () => {
    const cut = new AppError('PROVIDER_FAILED', 'The server ended its answer midway. Send it again.')
    const { ended } = await ask([words('Half of'), { kind: 'edit', edit: tone }, cut])
    const failed = { status: 'failed', statusReason: cut.message, response: 'Half of', edits: [tone], costMicroUsd: null }
    const { id } = await ended()
    expect(await ended()).toMatchObject(failed)
    expect(await charged(id)).toMatchObject({ chargedMicroUsd: 45 })
    const other = await ask([new Error('a secret of the network')])
    const { statusReason } = await other.ended()
    expect(statusReason).not.toContain('secret')
  })

  it('ends where it has grown too long, in words and in edits', async () => {
    const long = await ask([words('a'.repeat(limits.answer - 1)), words('bcd'), words('never')])
    const prompt = await long.ended()
    expect(prompt).toMatchObject({ status: 'failed', statusReason: expect.stringContaining('1,000,000') })
    expect(prompt.response).toBe(`${'a'.repeat(limits.answer - 1)}b`)
    const answer = { reply: '', edits: Array.from({ length: limits.edits + 5 }, () => tone), question: null }
    expect(readAnswer(JSON.stringify(answer))?.edits).toHaveLength(limits.edits)
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
    const preferences = JSON.stringify({ checker: { off: ['vague-term'] } })
    await world().database.knex('users').where({ id: owner.id }).update({ preferences })
    const draft = '## Tone\n\nBe very, VERY nice to {{ guest }}, etc. TODO'
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
    // Its variables are declared once it is a template, and what is switched off is nobody's to mend.
    expect(turns[0]?.findings.map(({ rule }) => rule)).toEqual(['placeholder-left'])
    expect(await Prompt.query(world().database.knex).findById(promptId)).toMatchObject({ systemPrompt: draft })
  })

  describe('counts against the budget of the day', () => {
    it('also where it is stopped each time', async () => {
      const { ctx, send, ended } = await asking(world(), [words('All of it'), 'wait'], 90)
      for (let count = 0; count < 2; count++) {
        const sent = await send(ctx)
        await stopPrompt(ctx, sent)
        await ended(sent)
      }
      await expect(send(ctx)).rejects.toMatchObject(spent)
      expect((await ctx.services.models.list(ctx)).spentToday).toBe(90)
    })

    it('while it is written with what it may cost, so that many at once do not pass it', async () => {
      const { ctx, owner, send } = await asking(world(), ['wait'], 200)
      const rooms = await Promise.all([1, 2, 3, 4, 5, 6].map(() => buildConversation(world(), { owner })))
      const sent = await Promise.allSettled(rooms.map(({ id }) => send(ctx, id)))
      const begun = sent.filter((one) => one.status === 'fulfilled').map(({ value }) => value)
      const refused = sent.filter((one) => one.status === 'rejected').map(({ reason }): unknown => reason)
      // Each holds back 70.
      expect(begun).toHaveLength(3)
      expect(refused).toMatchObject([spent, spent, spent])
      expect((await ctx.services.models.list(ctx)).spentToday).toBe(210)
      for (const one of begun) await stopPrompt(ctx, one)
      expect((await ctx.services.models.list(ctx)).spentToday).toBe(135)
    })

    it('of the owner of the conversation where a guest asks, however many come by a link', async () => {
      const { id, ctx, owner, send, ended } = await asking(world(), [words('Calm.')], 90)
      const { url } = await createShare(ctx, { conversationId: id, role: 'editor', expiresInDays: 1 })
      const token = url.split('/s/')[1] ?? ''
      for (let count = 0; count < 2; count++) {
        const guest = await enteredGuest(world(), token)
        const sent = await send(guest.ctx)
        expect(await charged(sent.id)).toMatchObject({ payerId: owner.id })
        await ended(sent)
      }
      const third = await enteredGuest(world(), token)
      await expect(send(third.ctx)).rejects.toMatchObject({ code: 'RATE_LIMITED', message: expect.stringContaining('The owner') })
      const list = await ctx.services.models.list({ ...third.ctx, services: ctx.services })
      expect(list).toMatchObject({ spentToday: 0, dailyBudget: null })
      await expect(send(ctx)).rejects.toMatchObject(spent)
    })
  })

  it('is not asked for by acts without a model', async () => {
    const { id, owner } = await buildConversation(world())
    const refused = sendPrompt(ctxOf(world(), owner), { conversationId: id, input: 'Shorter.', act: 'shorten' })
    await expect(refused).rejects.toMatchObject({ code: 'VALIDATION', message: expect.stringContaining('needs a model') })
    expect(await Prompt.query(world().database.knex).where({ conversationId: id })).toEqual([])
  })
})
