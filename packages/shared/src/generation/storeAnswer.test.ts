import { limits } from '@prologue/contracts'
import { expect, it, vi } from 'vitest'
import { Prompt, PromptEdit } from '../models/index.ts'
import { buildConversation, ctxOf, onEachDatabase, scriptedChoice, withScript, type Script } from '../testing/index.ts'
import { sendPrompt } from './index.ts'

onEachDatabase('an answer that ends', (world) => {
  async function ended(script: Script, end: Parameters<typeof withScript>[2] = {}) {
    const { id, owner } = await buildConversation(world())
    const ctx = { ...ctxOf(world(), owner), services: withScript(world(), script, end).services }
    const sent = await sendPrompt(ctx, { conversationId: id, input: 'Calmer.', act: 'improve', model: scriptedChoice })
    return vi.waitFor(async () => {
      const prompt = await Prompt.query(world().database.knex).findById(sent.id).throwIfNotFound()
      expect(prompt.status).not.toBe('pending')
      return prompt
    }, 10_000)
  }

  it('may say something behind as many edits as there may be', async () => {
    const edit = { kind: 'edit', edit: { section: 'tone', op: 'remove', text: '' } } as const
    const edits = Array.from({ length: limits.edits }, () => edit)
    const { id, status, response } = await ended([...edits, { kind: 'text', text: 'One was left out.' }])
    expect({ status, response }).toEqual({ status: 'completed', response: 'One was left out.' })
    expect(await PromptEdit.query(world().database.knex).where({ promptId: id }).resultSize()).toBe(limits.edits)
  })

  it('and cannot be stored has failed, and is charged with what it took all the same', async () => {
    const prompt = await ended([{ kind: 'text', text: 'Calmer.' }], { tokensIn: -1 })
    expect(prompt).toMatchObject({ status: 'failed', statusReason: 'The answer could not be stored. Send it again.' })
    expect(prompt.chargedMicroUsd).toBe(45)
  })
})
