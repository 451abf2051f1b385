import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it, vi } from 'vitest'
import { SequenceTaken } from '@prologue/collab/server'
import { AppError } from '@prologue/contracts'
import { listConversations, setConversationStatus } from '../conversations/index.ts'
import { sendPrompt } from '../generation/index.ts'
import { DraftCheckpoint, Prompt } from '../models/index.ts'
import { buildConversation, buildParticipant, buildUser, ctxOf, onEachDatabase, type World } from '../testing/index.ts'
import { applyPrompt, createDraftStore, draftAccess, restoreCheckpoint, undoApply } from './index.ts'

async function buildAnswer(world: World, owner: Parameters<typeof ctxOf>[1], conversationId: string): Promise<Prompt> {
  const { id } = await sendPrompt(ctxOf(world, owner), { conversationId, input: 'A tutor for algebra who answers in French.' })
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

  it('is the draft, as written by the assistant, and can be taken back', async () => {
    const { id, draftId, owner } = await buildConversation(world())
    const ctx = ctxOf(world(), owner)
    await write(draftId, owner.id, 'My own words.')
    const prompt = await buildAnswer(world(), owner, id)
    expect(prompt.systemPrompt).toBe('My own words.')
    const { checkpointId } = await applyPrompt(ctx, { promptId: prompt.id })
    expect(await world().services.drafts.read(draftId)).toBe(prompt.response)
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
    const prompt = await buildAnswer(world(), owner, id)
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
    await applyPrompt(ctx, { promptId: prompt.id })
    expect(await world().services.drafts.read(draftId)).toBe(prompt.response)
    // Taking six letters out costs a few dozen bytes; writing the whole answer again would cost its length.
    expect((await stateSize()) - before).toBeLessThan(prompt.response.length / 4)
    expect(await applyPrompt(ctx, { promptId: prompt.id })).toEqual({ checkpointId: null })
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
    expect(await drafts.read(draftId)).toBe(prompt.response)
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

onEachDatabase('access to a draft', (world) => {
  it('follows the role and the state of the conversation', async () => {
    const { id, draftId, owner } = await buildConversation(world())
    const accessOf = (user: typeof owner) => draftAccess(world().database, ctxOf(world(), user).actor, draftId)
    const viewer = await buildParticipant(world(), id, 'viewer')
    const commenter = await buildParticipant(world(), id, 'commenter')
    expect(await accessOf(owner)).toMatchObject({ role: 'owner', canWrite: true, person: { name: 'Ada' } })
    expect(await accessOf(viewer)).toMatchObject({ role: 'viewer', canWrite: false })
    expect(await accessOf(commenter)).toMatchObject({ role: 'commenter', canWrite: false })
    await expect(accessOf(await buildUser(world()))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(draftAccess(world().database, { kind: 'anonymous' }, draftId)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    await setConversationStatus(ctxOf(world(), owner), { id, status: 'archived' })
    expect(await accessOf(owner)).toMatchObject({ canWrite: false })
  })
})

onEachDatabase('a draft that is written in', (world) => {
  it('is activity of its conversation, for everybody who takes part, told at most once a minute', async () => {
    const { knex } = world().database
    const { id, draftId, owner } = await buildConversation(world())
    const viewer = await buildParticipant(world(), id, 'viewer')
    const lastActivityAt = new Date('2026-01-02T03:04:05.678Z')
    await knex('conversations').where({ id }).update({ lastActivityAt })
    const told = () => world().sent.filter((news) => news.event === 'conversation:active' && news.id === id).length
    const { drafts } = world().services
    const write = () => drafts.edit(draftId, { kind: 'user', userId: owner.id }, () => [{ index: 0, remove: 0, insert: 'x' }])
    const before = Date.now()
    await write()
    await vi.waitFor(() => expect(told()).toBe(1))
    const { items } = await listConversations(ctxOf(world(), viewer), { status: 'active' })
    expect(items[0]?.lastActivityAt.getTime()).toBeGreaterThanOrEqual(before)

    await knex('conversations').where({ id }).update({ lastActivityAt })
    await Promise.all([write(), write(), write()])
    await sleep(100)
    expect(told()).toBe(1)
    expect((await listConversations(ctxOf(world(), viewer), { status: 'active' })).items).toMatchObject([{ lastActivityAt }])
  })
})

const bytes = (...values: number[]) => Uint8Array.from(values)

onEachDatabase('the store of drafts', (world) => {
  it('gives back what was appended, of several drafts at once', async () => {
    const store = createDraftStore(world().database)
    const [one, other] = [await buildConversation(world()), await buildConversation(world())]
    const author = { kind: 'user', userId: one.owner.id } as const
    await store.append([
      { draftId: one.draftId, sequence: 1, update: bytes(1, 0, 255), epoch: 1, claims: [{ clientId: 0xffff_ffff, author }] },
      { draftId: one.draftId, sequence: 2, update: bytes(2), epoch: 1, claims: [] },
      {
        draftId: other.draftId,
        sequence: 1,
        update: bytes(3),
        epoch: 1,
        claims: [{ clientId: 7, author: { kind: 'assistant' } }],
      },
    ])
    const loaded = await store.load(one.draftId)
    expect(loaded?.updates.map(({ sequence, update }) => [sequence, ...update])).toEqual([
      [1, 1, 0, 255],
      [2, 2],
    ])
    expect(loaded?.authors).toEqual([{ clientId: 0xffff_ffff, author }])
    expect((await store.since(other.draftId, 0)).authors).toEqual([{ clientId: 7, author: { kind: 'assistant' } }])
    expect(await store.load('0198c0de-0000-7000-8000-000000000000')).toBeNull()
  })

  it('takes a number once, and nothing of a batch that holds a taken one', async () => {
    const store = createDraftStore(world().database)
    const { draftId } = await buildConversation(world())
    await store.append([{ draftId, sequence: 1, update: bytes(1), epoch: 1, claims: [] }])
    const again = store.append([
      { draftId, sequence: 2, update: bytes(2), epoch: 1, claims: [] },
      { draftId, sequence: 1, update: bytes(9), epoch: 1, claims: [] },
    ])
    await expect(again).rejects.toThrow(SequenceTaken)
    expect((await store.since(draftId, 0)).updates).toHaveLength(1)
  })

  it('takes nothing of a batch with a draft that is gone, replaced or folded, nor its claims', async () => {
    const store = createDraftStore(world().database)
    const [one, other] = [await buildConversation(world()), await buildConversation(world())]
    await store.append([{ draftId: other.draftId, sequence: 1, update: bytes(1), epoch: 1, claims: [] }])
    await store.compact(other.draftId, { snapshot: bytes(1), text: '', throughSequence: 1, epoch: 1 })
    const good = { draftId: one.draftId, sequence: 1, update: bytes(1), epoch: 1, claims: [] }
    const claim = { clientId: 5, author: { kind: 'assistant' } } as const
    const bad = { draftId: other.draftId, sequence: 2, update: bytes(2), epoch: 1, claims: [] }
    for (const claims of [[], [claim]]) {
      const batch = (refused: Partial<typeof bad>) =>
        store.append([
          { ...good, claims },
          { ...bad, ...refused },
        ])
      await expect(batch({ epoch: 2 })).rejects.toMatchObject({ code: 'CONFLICT' })
      await expect(batch({ sequence: 1 })).rejects.toThrow(SequenceTaken)
      await expect(batch({ draftId: '0198c0de-0000-7000-8000-000000000000' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
    // The second statement fails here: somebody who is no user.
    const nobody = { clientId: 6, author: { kind: 'user', userId: '0198c0de-0000-7000-8000-000000000000' } } as const
    await expect(store.append([{ ...good, claims: [claim, nobody] }])).rejects.toMatchObject({ code: 'VALIDATION' })
    expect(await store.since(one.draftId, 0)).toEqual({ updates: [], authors: [] })
    await store.append([{ ...good, claims: [claim] }])
    expect(await store.since(one.draftId, 0)).toMatchObject({ updates: [{ sequence: 1 }], authors: [claim] })
  })

  it('takes more edits and client ids at once than a statement holds', async () => {
    const store = createDraftStore(world().database)
    const { draftId } = await buildConversation(world())
    const author = { kind: 'assistant' } as const
    const batch = Array.from({ length: 450 }, (_, index) => ({
      draftId,
      sequence: index + 1,
      update: bytes(index % 256),
      epoch: 1,
      claims: [{ clientId: index, author }],
    }))
    const twice = { draftId, sequence: 450, update: bytes(9), epoch: 1, claims: [] }
    await expect(store.append([...batch, twice])).rejects.toThrow(SequenceTaken)
    expect((await store.since(draftId, 0)).updates).toEqual([])
    await store.append(batch)
    const { updates, authors } = await store.since(draftId, 0)
    expect(updates.map(({ sequence }) => sequence)).toEqual(batch.map(({ sequence }) => sequence))
    expect(authors).toHaveLength(450)
  })

  it('folds the log into the snapshot in one go, and takes no number that was folded', async () => {
    const store = createDraftStore(world().database)
    const { draftId } = await buildConversation(world())
    await store.append([1, 2, 3].map((sequence) => ({ draftId, sequence, update: bytes(sequence), epoch: 1, claims: [] })))
    await store.compact(draftId, { snapshot: bytes(42), text: 'folded', throughSequence: 2, epoch: 1 })
    const loaded = await store.load(draftId)
    expect(loaded).toMatchObject({ snapshotSequence: 2, epoch: 1 })
    expect([...(loaded?.snapshot ?? [])]).toEqual([42])
    expect(loaded?.updates.map(({ sequence }) => sequence)).toEqual([3])
    await expect(store.append([{ draftId, sequence: 2, update: bytes(9), epoch: 1, claims: [] }])).rejects.toThrow(SequenceTaken)
    const late = { draftId, sequence: 4, update: bytes(4), claims: [] }
    await expect(store.append([{ ...late, epoch: 2 }])).rejects.toMatchObject({ code: 'CONFLICT' })
    const gone = '0198c0de-0000-7000-8000-000000000000'
    await expect(store.append([{ ...late, epoch: 1, draftId: gone }])).rejects.toMatchObject({ code: 'NOT_FOUND' })
    // An older fold and one of another epoch change nothing.
    await store.compact(draftId, { snapshot: bytes(1), text: 'older', throughSequence: 1, epoch: 1 })
    await store.compact(draftId, { snapshot: bytes(1), text: 'other', throughSequence: 3, epoch: 2 })
    expect([...((await store.load(draftId))?.snapshot ?? [])]).toEqual([42])
  })

  it('waits for a fold under way, and takes none of its numbers', async () => {
    const store = createDraftStore(world().database)
    const { draftId } = await buildConversation(world())
    const edit = { draftId, sequence: 1, update: bytes(1), epoch: 1, claims: [] }
    await store.append([edit])
    const fold = await world().database.knex.transaction()
    await fold('drafts').where({ id: draftId }).update({ snapshotSequence: 1 })
    await fold('draft_updates').where({ draftId }).delete()
    const late = store.append([edit]).then(
      () => 'written',
      (error: unknown) => error,
    )
    // Time enough to be written, if it did not wait.
    expect(await Promise.race([late, sleep(200, 'waiting')])).toBe('waiting')
    await fold.commit()
    expect(await late).toBeInstanceOf(SequenceTaken)
    expect((await store.since(draftId, 0)).updates).toEqual([])
  })
})
