import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it, vi } from 'vitest'
import { SequenceTaken } from '@prologue/collab/server'
import { listConversations, setConversationStatus } from '../conversations/index.ts'
import { buildConversation, buildParticipant, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { createDraftStore, draftAccess } from './index.ts'

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
