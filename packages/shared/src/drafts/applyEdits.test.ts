import { heldReasons, type ProposedEdit } from '@prologue/contracts'
import { setTimeout } from 'node:timers/promises'
import * as fc from 'fast-check'
import { describe, expect, it, test, vi } from 'vitest'
import { withTransaction, type Ctx } from '../context.ts'
import { duplicateConversation } from '../conversations/index.ts'
import { Draft, DraftCheckpoint, PromptEdit } from '../models/index.ts'
import { buildConversation, buildParticipant, buildPrompt, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { applyPrompt, applyPromptEdits, dismissEdit, listSections, setSectionLock, undoApply } from './index.ts'
import { changeOver } from './changeOver.ts'
import { movedSections } from './movedSections.ts'
import { planEdits } from './planEdits.ts'

const composed = 'You help.\n\n## Tone\n\nBe nice.\n\n## Length\n\nAt most 100 words.'
const calm = { section: 'tone', op: 'replace', text: 'Be calm.' } as const
const short = { section: 'length', op: 'replace', text: 'At most 50 words.' } as const

onEachDatabase('edits that a model proposes', (world) => {
  /** A draft that the assistant wrote, and an answer with these edits of it. */
  async function build(proposed: readonly ProposedEdit[] = [calm, short], text = composed) {
    const { id, draftId, owner } = await buildConversation(world())
    const ctx = ctxOf(world(), owner)
    const { id: first } = await buildPrompt(world(), { conversationId: id, author: owner, response: text })
    await applyPrompt(ctx, { promptId: first })
    const said = { response: 'Here.', provider: 'scripted', systemPrompt: text }
    const { id: promptId } = await buildPrompt(world(), { conversationId: id, author: owner, ...said })
    const edits = await withTransaction(ctx, async (tx) => {
      const ids: string[] = []
      for (const [position, edit] of proposed.entries()) {
        ids.push((await PromptEdit.with(tx).insert({ ...edit, promptId, position, state: 'open' })).id)
      }
      return ids
    })
    const read = () => world().services.drafts.read(draftId)
    const type = (before: string, insert: string) =>
      world().services.drafts.edit(draftId, { kind: 'user', userId: owner.id }, (text) => [
        { index: text.indexOf(before), remove: 0, insert },
      ])
    const states = async () =>
      (await PromptEdit.query(world().database.knex).where({ promptId }).orderBy('position')).map(({ state }) => state)
    return { id, draftId, owner, ctx, promptId, edits, read, type, states }
  }

  it('are applied one by one or together as the assistant’s, and each act is taken back by itself', async () => {
    const { ctx, promptId, edits, read, states, draftId } = await build()
    const [one = '', other = ''] = edits
    const first = await applyPromptEdits(ctx, { promptId, editIds: [one] })
    expect(first).toMatchObject({ applied: [one], held: [] })
    expect(await read()).toBe(composed.replace('Be nice.', 'Be calm.'))
    expect(await applyPromptEdits(ctx, { promptId, editIds: [one] })).toEqual({ checkpointId: null, applied: [], held: [] })
    const second = await applyPromptEdits(ctx, { promptId })
    expect(second.applied).toEqual([other])
    expect(await states()).toEqual(['applied', 'applied'])
    const kinds = await world().database.knex('draft_authors').where({ draftId }).pluck('kind')
    expect(new Set(kinds)).toEqual(new Set(['assistant']))

    await undoApply(ctx, { promptId, checkpointId: second.checkpointId ?? '' })
    expect(await read()).toBe(composed.replace('Be nice.', 'Be calm.'))
    expect(await states()).toEqual(['applied', 'open'])
    // What the assistant wrote once is not taken for people's afterwards.
    expect((await applyPromptEdits(ctx, { promptId })).applied).toEqual([other])
  })

  it('wait where people wrote since, or the section is locked, unless somebody decides; then what was typed stays', async () => {
    const { ctx, promptId, edits, read, type } = await build()
    const [one = '', other = ''] = edits
    await type('nice', 'very ')
    const { applied, held } = await applyPromptEdits(ctx, { promptId })
    expect(applied).toEqual([other])
    expect(held).toEqual([{ editId: one, because: ['locked', 'stale'] }])
    // Who has agreed to the lock alone is told of the rest.
    expect((await applyPromptEdits(ctx, { promptId, editIds: [one], despite: ['locked'] })).held).toEqual(held)
    expect(await read()).toContain('Be very nice.')
    const decided = await applyPromptEdits(ctx, { promptId, editIds: [one], despite: heldReasons })
    expect(decided.applied).toEqual([one])
    expect(await read()).toContain('very ')
    expect(await read()).toContain('calm')
  })

  it('wait in a section that is open by hand and says something else than the model read', async () => {
    const { id, ctx, promptId, edits, type } = await build([calm])
    await type('nice', 'very ')
    await setSectionLock(ctx, { conversationId: id, section: 'tone', lock: 'open' })
    const { held } = await applyPromptEdits(ctx, { promptId })
    expect(held).toEqual([{ editId: edits[0], because: ['stale'] }])
  })

  it('are applied once, however many apply them at once', async () => {
    const { ctx, promptId, draftId, read } = await build([{ ...calm, op: 'append', text: 'Be calm.' }])
    const results = await Promise.all([1, 2, 3].map(() => applyPromptEdits(ctx, { promptId })))
    expect(results.flatMap(({ applied }) => applied)).toHaveLength(1)
    expect((await read()).split('Be calm.')).toHaveLength(2)
    const kept = await DraftCheckpoint.query(world().database.knex).where({ draftId, kind: 'apply' })
    expect(kept).toHaveLength(2)
  })

  it('take nothing from somebody who types all the while', async () => {
    const { ctx, promptId, read, draftId, owner } = await build()
    let typed = ''
    const stop = new AbortController()
    const typing = (async () => {
      for (let key = 0; !stop.signal.aborted; key++) {
        const letter = String.fromCodePoint(0x4e00 + key)
        await world().services.drafts.edit(draftId, { kind: 'user', userId: owner.id }, (text) => [
          { index: Math.max(text.indexOf('nice'), text.indexOf('calm'), 0), remove: 0, insert: letter },
        ])
        typed += letter
        await setTimeout(1)
      }
    })()
    const first = await applyPromptEdits(ctx, { promptId, despite: heldReasons })
    await undoApply(ctx, { promptId, checkpointId: first.checkpointId ?? '' })
    await applyPromptEdits(ctx, { promptId, despite: heldReasons })
    await vi.waitFor(() => expect(typed.length).toBeGreaterThan(4))
    stop.abort()
    await typing
    const text = await read()
    for (const letter of typed) expect(text).toContain(letter)
  })

  it('take nothing from two people who type in every section while ten are applied together, taken back and applied again', async () => {
    const names = [
      'context',
      'tools',
      'instructions',
      'constraints',
      'tone',
      'length',
      'examples',
      'safety',
      'fallback',
      'inputs',
    ]
    const parts = names.map((name, index) => `## ${name}\n\nThe ${index}th word stands here.`)
    const edits = names.map((section, index) => {
      const op = (['replace', 'append', 'remove'] as const)[index % 3] ?? 'replace'
      return { section, op, text: op === 'remove' ? '' : `Word ${index} stands there.` }
    })
    const { id, ctx, promptId, read, draftId, owner } = await build(edits, parts.join('\n\n'))
    const other = await buildParticipant(world(), id, 'editor')
    const stop = new AbortController()
    const typed: string[] = []
    const typing = [owner.id, other.id].map(async (userId, who) => {
      for (let key = 0; !stop.signal.aborted; key++) {
        const letter = String.fromCodePoint(0x4e00 + 0x800 * who + key)
        await world().services.drafts.edit(draftId, { kind: 'user', userId }, (text) => {
          const places = [...text.matchAll(/stands/g)].map(({ index }) => index)
          return [{ index: places[(key * 7 + who) % places.length] ?? 0, remove: 0, insert: letter }]
        })
        typed.push(letter)
        await setTimeout(1)
      }
    })
    await vi.waitFor(() => expect(typed.length).toBeGreaterThan(2))
    await applyPromptEdits(ctx, { promptId })
    const { checkpointId } = await applyPromptEdits(ctx, { promptId, despite: heldReasons })
    expect(checkpointId).not.toBeNull()
    await undoApply(ctx, { promptId, checkpointId: checkpointId ?? '' })
    await applyPromptEdits(ctx, { promptId, despite: heldReasons })
    stop.abort()
    await Promise.all(typing)
    const text = await read()
    for (const letter of typed) expect(text).toContain(letter)
  })

  it('and the draft are as they were when what is kept cannot be changed to what somebody typed meanwhile', async () => {
    const { ctx, promptId, read, type, states, draftId } = await build()
    const { drafts } = world().services
    const capture = async (of: string) => {
      const state = await drafts.capture(of)
      await type('nice', 'very ')
      return state
    }
    let transactions = 0
    const { knex } = ctx.database
    const failing = new Proxy(knex, {
      get(target, name) {
        if (name === 'transaction' && ++transactions === 2) throw new Error('away')
        return Reflect.get(target, name)
      },
    })
    const services = { ...ctx.services, drafts: { ...drafts, capture } }
    const applying = applyPromptEdits({ ...ctx, services, database: { ...ctx.database, knex: failing } }, { promptId })
    await expect(applying).rejects.toThrow('away')
    expect(transactions).toBe(3)
    expect(await read()).toBe(composed.replace('nice', 'very nice'))
    expect(await states()).toEqual(['open', 'open'])
    expect(await DraftCheckpoint.query(world().database.knex).where({ draftId, kind: 'apply' })).toHaveLength(1)
  })

  it('keep what somebody types between the look at the draft and its change, and wait there', async () => {
    const { ctx, promptId, edits, read, type } = await build()
    const { drafts } = world().services
    const slow = {
      ...drafts,
      capture: async (of: string) => {
        const state = await drafts.capture(of)
        await type('nice', 'very ')
        return state
      },
    }
    const result = await applyPromptEdits({ ...ctx, services: { ...ctx.services, drafts: slow } }, { promptId })
    expect(result).toMatchObject({ applied: [edits[1]], held: [{ editId: edits[0], because: ['stale'] }] })
    expect(await read()).toBe(composed.replace('nice', 'very nice').replace('100', '50'))
    await undoApply(ctx, { promptId, checkpointId: result.checkpointId ?? '' })
    expect(await read()).toBe(composed.replace('nice', 'very nice'))
  })

  it('are open again when nothing could be written', async () => {
    const { ctx, promptId, states, draftId } = await build()
    const drafts = { ...world().services.drafts, edit: () => Promise.reject(new Error('away')) }
    await expect(applyPromptEdits({ ...ctx, services: { ...ctx.services, drafts } }, { promptId })).rejects.toThrow('away')
    expect(await states()).toEqual(['open', 'open'])
    expect(await DraftCheckpoint.query(world().database.knex).where({ draftId, kind: 'apply' })).toHaveLength(1)
  })

  it('are put aside, and can be taken up again by name', async () => {
    const { ctx, promptId, edits, states } = await build()
    const [one = ''] = edits
    await dismissEdit(ctx, { promptId, editId: one })
    expect((await applyPromptEdits(ctx, { promptId })).applied).toEqual([edits[1]])
    expect(await states()).toEqual(['dismissed', 'applied'])
    expect((await applyPromptEdits(ctx, { promptId, editIds: [one] })).applied).toEqual([one])
    await expect(dismissEdit(ctx, { promptId, editId: one })).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('are not for viewers, strangers, or under the name of another answer', async () => {
    const { id, promptId, edits, ctx } = await build()
    const other = await build()
    const viewer = ctxOf(world(), await buildParticipant(world(), id, 'viewer'))
    const stranger = ctxOf(world(), await buildUser(world()))
    const tries = (who: Ctx) => [
      () => applyPromptEdits(who, { promptId }),
      () => dismissEdit(who, { promptId, editId: edits[0] ?? '' }),
      () => setSectionLock(who, { conversationId: id, section: 'tone', lock: 'locked' }),
    ]
    for (const refused of tries(viewer)) await expect(refused()).rejects.toMatchObject({ code: 'FORBIDDEN' })
    for (const refused of tries(stranger)) await expect(refused()).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const mixed = applyPromptEdits(ctx, { promptId, editIds: other.edits })
    await expect(mixed).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('leave locks as people set them; a copy of the conversation has them, too', async () => {
    const { id, ctx, promptId, edits } = await build()
    await setSectionLock(ctx, { conversationId: id, section: 'tone', lock: 'locked' })
    expect(world().sent).toContainEqual({ event: 'sections:changed', id })
    expect((await applyPromptEdits(ctx, { promptId })).held).toEqual([{ editId: edits[0], because: ['locked'] }])
    const sections = await listSections(ctx, { conversationId: id })
    expect(sections.find(({ section }) => section === 'tone')?.lock).toBe('locked')
    const copy = await duplicateConversation(ctx, { id })
    expect(await listSections(ctx, { conversationId: copy.id })).toEqual(sections)
    const copied = await Draft.query(world().database.knex).findOne({ conversationId: copy.id })
    expect(copied?.id).toBeDefined()
  })
})

const count = (text: string, letter: string) => text.split(letter).length

const write = (text: string, what: readonly { at: number; insert: string }[]) =>
  what.reduce((now, { at, insert }) => {
    const place = at % (now.length + 1)
    return now.slice(0, place) + insert + now.slice(place)
  }, text)

describe('what people typed', () => {
  const letters = fc.string({ unit: fc.constantFrom('ä', 'ö', 'ü', 'ß'), minLength: 1, maxLength: 4 })
  const typed = fc.array(fc.record({ at: fc.nat(), insert: letters }), { minLength: 1, maxLength: 6 })
  const edits = fc.array(
    fc.record({
      section: fc.constantFrom('role', 'tone', 'length', 'examples'),
      op: fc.constantFrom('replace' as const, 'append' as const, 'remove' as const),
      text: fc.constantFrom('Be calm.', 'At most 50 words.', '- One\n- Two', 'x'),
    }),
    { minLength: 1, maxLength: 4 },
  )
  test('since the model read the draft, and while it is applied, is all there, whoever decides what', () => {
    fc.assert(
      fc.property(typed, typed, edits, fc.subarray([...heldReasons]), (since, meanwhile, proposed, despite) => {
        const before = write(composed, since)
        const current = write(before, meanwhile)
        const asked = { read: composed, done: [], despite, family: 'plain' as const }
        const named = proposed.map((edit, index) => ({ ...edit, id: String(index) }))
        const { to } = planEdits({ before, known: [], moved: movedSections(before, current) }, { ...asked, edits: named })
        const changes = changeOver(before, to)(current)
        let text = current
        for (const { index, remove, insert } of changes.toReversed()) {
          text = text.slice(0, index) + insert + text.slice(index + remove)
        }
        // Two who write one word at once may find its letters twice, never gone.
        for (const letter of 'äöüß') expect(count(text, letter)).toBeGreaterThanOrEqual(count(current, letter))
      }),
      { numRuns: 500 },
    )
  })
})
