import { expect, it, vi } from 'vitest'
import { AppError } from '@prologue/contracts'
import { setConversationStatus } from '../conversations/index.ts'
import { sendPrompt } from '../generation/index.ts'
import { DraftCheckpoint, Prompt } from '../models/index.ts'
import { buildConversation, buildParticipant, buildUser, ctxOf, onEachDatabase, type World } from '../testing/index.ts'
import { applyPrompt, createDraftStore, restoreCheckpoint, undoApply } from './index.ts'

/** Every section of an answer for GPT has a heading, so that it stands beside other words as it is. */
async function buildAnswer(
  world: World,
  owner: Parameters<typeof ctxOf>[1],
  conversationId: string,
  family: 'gpt' | 'plain' = 'gpt',
): Promise<Prompt> {
  const input = 'A tutor for algebra who answers in French.'
  const { id } = await sendPrompt(ctxOf(world, owner), { conversationId, input, form: { family } })
  return vi.waitFor(
    async () => {
      const prompt = await Prompt.query(world.database.knex).findById(id).throwIfNotFound()
      expect(prompt.status).toBe('completed')
      return prompt
    },
    { timeout: 10_000 },
  )
}

onEachDatabase('an answer applied to the draft', (world) => {
  const write = (draftId: string, userId: string, insert: string) =>
    world().services.drafts.edit(draftId, { kind: 'user', userId }, () => [{ index: 0, remove: 0, insert }])

  it('stands in the draft beside what people wrote, as written by the assistant, and can be taken back', async () => {
    const { id, draftId, owner } = await buildConversation(world())
    const ctx = ctxOf(world(), owner)
    await write(draftId, owner.id, 'My own words.')
    const prompt = await buildAnswer(world(), owner, id)
    expect(prompt.systemPrompt).toBe('My own words.')
    const { checkpointId } = await applyPrompt(ctx, { promptId: prompt.id })
    expect(await world().services.drafts.read(draftId)).toBe(`My own words.\n\n${prompt.response}`)
    expect(await DraftCheckpoint.query(world().database.knex).findById(checkpointId ?? '')).toMatchObject({
      content: 'My own words.',
    })
    const kinds = await world().database.knex('draft_authors').where({ draftId }).pluck('kind')
    expect(new Set(kinds)).toEqual(new Set(['assistant', 'user']))

    // What others write after it stays when it is taken back.
    await write(draftId, owner.id, 'Written since. ')
    await undoApply(ctx, { promptId: prompt.id, checkpointId: checkpointId ?? '' })
    expect(await world().services.drafts.read(draftId)).toBe('Written since. My own words.')
  })

  it('is taken back once, whoever asks again or restored what was there before it', async () => {
    const { id, draftId, owner } = await buildConversation(world())
    const ctx = ctxOf(world(), owner)
    const read = () => world().services.drafts.read(draftId)
    await write(draftId, owner.id, 'My own words.')
    const prompt = await buildAnswer(world(), owner, id)
    const apply = async () => {
      const { checkpointId } = await applyPrompt(ctx, { promptId: prompt.id })
      return { promptId: prompt.id, checkpointId: checkpointId ?? '' }
    }
    const refused = { code: 'CONFLICT', message: expect.stringContaining('history') }
    const first = await apply()
    await Promise.allSettled([undoApply(ctx, first), undoApply(ctx, first), undoApply(ctx, first)])
    expect(await read()).toBe('My own words.')
    await undoApply(ctx, first)
    await write(draftId, owner.id, 'Since. ')
    await expect(undoApply(ctx, first)).rejects.toMatchObject(refused)
    expect(await read()).toBe('Since. My own words.')

    const second = await apply()
    await restoreCheckpoint(ctx, { id: second.checkpointId })
    await undoApply(ctx, second)
    await write(draftId, owner.id, 'Again. ')
    await expect(undoApply(ctx, second)).rejects.toMatchObject(refused)
    expect(await read()).toBe('Again. Since. My own words.')
  })

  it('changes only what differs, and nothing when nothing does', async () => {
    const { id, draftId, owner } = await buildConversation(world())
    const ctx = ctxOf(world(), owner)
    const prompt = await buildAnswer(world(), owner, id, 'plain')
    await applyPrompt(ctx, { promptId: prompt.id })
    await write(draftId, owner.id, 'Mine. ')
    // The log is folded once nobody is there: then the state is the snapshot.
    const stateSize = () =>
      vi.waitFor(async () => {
        const stored = await createDraftStore(world().database).load(draftId)
        expect(stored?.updates).toEqual([])
        return stored?.snapshot?.length ?? Number.NaN
      }, 10_000)
    const before = await stateSize()
    await applyPrompt(ctx, { promptId: prompt.id, despite: ['role'] })
    expect(await world().services.drafts.read(draftId)).toBe(prompt.response)
    // Taking six letters out costs a few dozen bytes; writing the whole answer again would cost its length.
    expect((await stateSize()) - before).toBeLessThan(prompt.response.length / 4)
    expect(await applyPrompt(ctx, { promptId: prompt.id })).toEqual({ checkpointId: null, held: [] })
  })

  it('keeps what somebody types at the very moment', async () => {
    const { id, draftId, owner } = await buildConversation(world())
    const prompt = await buildAnswer(world(), owner, id)
    await write(draftId, owner.id, 'To be replaced.')
    const { drafts } = world().services
    // A letter lands between the reading of the text and its change.
    const slow = {
      ...drafts,
      capture: async (of: string) => {
        const state = await drafts.capture(of)
        await write(of, owner.id, 'Just now. ')
        return state
      },
    }
    const ctx = { ...ctxOf(world(), owner), services: { ...world().services, drafts: slow } }
    await applyPrompt(ctx, { promptId: prompt.id })
    expect(await drafts.read(draftId)).toContain('Just now. ')
    expect(await drafts.read(draftId)).toContain(prompt.response)
  })

  it('is written once, however many apply it or restore the same state at once', async () => {
    const { id, draftId, owner } = await buildConversation(world())
    const ctx = ctxOf(world(), owner)
    const { drafts } = world().services
    await write(draftId, owner.id, 'My own words.')
    const prompt = await buildAnswer(world(), owner, id)
    const apply = () => applyPrompt(ctx, { promptId: prompt.id })
    const applied = await Promise.all([apply(), apply(), apply()])
    expect(await drafts.read(draftId)).toBe(`My own words.\n\n${prompt.response}`)
    const [kept, ...others] = applied.flatMap(({ checkpointId }) => checkpointId ?? [])
    expect(others).toEqual([])
    const restore = () => restoreCheckpoint(ctx, { id: kept ?? '' })
    await Promise.all([restore(), restore()])
    expect(await drafts.read(draftId)).toBe('My own words.')

    // On another node the same may be written between the reading of the text and its change.
    const slow = {
      ...drafts,
      capture: async (of: string) => {
        const state = await drafts.capture(of)
        const whole = { index: 0, remove: state.content.length, insert: prompt.response }
        await drafts.edit(of, { kind: 'assistant' }, () => [whole])
        return state
      },
    }
    await applyPrompt({ ...ctx, services: { ...world().services, drafts: slow } }, { promptId: prompt.id })
    expect(await drafts.read(draftId)).toBe(prompt.response)
  })

  it('keeps no checkpoint of what failed, so that it can be tried again', async () => {
    const { id, draftId, owner } = await buildConversation(world())
    const ctx = ctxOf(world(), owner)
    const { drafts } = world().services
    const checkpoints = () =>
      DraftCheckpoint.query(world().database.knex).where({ draftId }).whereNot({ kind: 'time' }).resultSize()
    await write(draftId, owner.id, 'My own words.')
    const prompt = await buildAnswer(world(), owner, id)
    const away = { ...drafts, edit: () => Promise.reject(new AppError('DB_UNAVAILABLE')) }
    const failing = { ...ctx, services: { ...world().services, drafts: away } }
    await expect(applyPrompt(failing, { promptId: prompt.id })).rejects.toMatchObject({ code: 'DB_UNAVAILABLE' })
    expect(await checkpoints()).toBe(0)
    const { checkpointId } = await applyPrompt(ctx, { promptId: prompt.id })
    const undo = { promptId: prompt.id, checkpointId: checkpointId ?? '' }
    await expect(undoApply(failing, undo)).rejects.toMatchObject({ code: 'DB_UNAVAILABLE' })
    expect(await checkpoints()).toBe(1)
    await undoApply(ctx, undo)
    expect(await drafts.read(draftId)).toBe('My own words.')
  })

  it('is refused for viewers, strangers, archived conversations and answers under way', async () => {
    const { id, owner } = await buildConversation(world())
    const prompt = await buildAnswer(world(), owner, id)
    const promptId = prompt.id
    const viewer = ctxOf(world(), await buildParticipant(world(), id, 'viewer'))
    const stranger = ctxOf(world(), await buildUser(world()))
    await expect(applyPrompt(viewer, { promptId })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(applyPrompt(stranger, { promptId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const { checkpointId } = await applyPrompt(ctxOf(world(), owner), { promptId })
    await expect(undoApply(viewer, { promptId, checkpointId: checkpointId ?? '' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(undoApply(stranger, { promptId, checkpointId: checkpointId ?? '' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const running = await sendPrompt(ctxOf(world(), owner), { conversationId: id, input: 'Shorter please, a tutor.' })
    await expect(applyPrompt(ctxOf(world(), owner), { promptId: running.id })).rejects.toMatchObject({ code: 'CONFLICT' })
    await setConversationStatus(ctxOf(world(), owner), { id, status: 'archived' })
    await expect(applyPrompt(ctxOf(world(), owner), { promptId })).rejects.toMatchObject({
      code: 'FORBIDDEN',
      message: expect.stringContaining('archived'),
    })
  })
})
