import { expect, it, vi } from 'vitest'
import { limits } from '@prologue/contracts'
import { DraftCheckpoint } from '../models/index.ts'
import { buildConversation, buildParticipant, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { createDraftStore, getCheckpoint, listAuthors, listCheckpoints, nameCheckpoint, restoreCheckpoint } from './index.ts'

onEachDatabase('the time line of a draft', (world) => {
  const write = (draftId: string, userId: string, insert: string, remove = 0) =>
    world().services.drafts.edit(draftId, { kind: 'user', userId }, () => [{ index: 0, remove, insert }])
  const read = (draftId: string) => world().services.drafts.read(draftId)
  const heard = (conversationId: string) =>
    world().sent.filter(({ event, id }) => event === 'checkpoints:changed' && id === conversationId).length

  it('keeps the draft as it stands under a name, and tells the room', async () => {
    const { id, draftId, owner } = await buildConversation(world())
    const ctx = ctxOf(world(), owner)
    await write(draftId, owner.id, 'Be kind.')
    // Nobody is there, so that what was written is kept by itself.
    await vi.waitFor(() => expect(heard(id)).toBe(1))
    const kept = await nameCheckpoint(ctx, { conversationId: id, name: 'First try' })
    expect(kept).toMatchObject({ kind: 'manual', name: 'First try', size: 8, createdBy: { id: owner.id, name: 'Ada' } })
    expect(heard(id)).toBe(2)
    expect(await getCheckpoint(ctx, { id: kept.id })).toEqual({ ...kept, content: 'Be kind.' })
    const audited = await world().database.knex('audit_logs').where({ entityId: kept.id }).pluck('action')
    expect(audited).toEqual(['create'])
  })

  it('is listed by pages, the newest first, without the texts', async () => {
    const { id, owner } = await buildConversation(world())
    const ctx = ctxOf(world(), owner)
    const names = Array.from({ length: limits.page + 2 }, (_, index) => `State ${index}`)
    let at = Date.now()
    for (const name of names) await nameCheckpoint({ ...ctx, now: () => new Date(at++) }, { conversationId: id, name })
    const first = await listCheckpoints(ctx, { conversationId: id })
    const second = await listCheckpoints(ctx, { conversationId: id, cursor: first.nextCursor ?? '' })
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(names.toReversed())
    expect(second.nextCursor).toBeNull()
    expect(first.items[0]).not.toHaveProperty('content')
  })

  it('restores as an edit of the actor that changes only what differs, and keeps what was there', async () => {
    const { id, draftId, owner } = await buildConversation(world())
    const editor = await buildParticipant(world(), id, 'editor')
    const ctx = ctxOf(world(), editor)
    await write(draftId, owner.id, 'Answer in German. Be brief.')
    const kept = await nameCheckpoint(ctx, { conversationId: id, name: 'German' })
    await write(draftId, owner.id, 'Answer in French', 'Answer in German'.length)
    const { checkpointId } = await restoreCheckpoint(ctx, { id: kept.id })
    expect(await read(draftId)).toBe('Answer in German. Be brief.')
    const before = await getCheckpoint(ctx, { id: checkpointId ?? '' })
    expect(before).toMatchObject({ kind: 'restore', name: 'German', content: 'Answer in French. Be brief.' })
    expect(before.createdBy).toMatchObject({ id: editor.id })
    const authors = await world().database.knex('draft_authors').where({ draftId }).select<{ userId: string }[]>('userId')
    expect(new Set(authors.map(({ userId }) => userId))).toEqual(new Set([owner.id, editor.id]))
    expect(await restoreCheckpoint(ctx, { id: kept.id })).toEqual({ checkpointId: null })
  })

  it('keeps what somebody types at the very moment of a restore, and what was written since when it is taken back', async () => {
    const { id, draftId, owner } = await buildConversation(world())
    const { drafts } = world().services
    await write(draftId, owner.id, 'An old text.')
    const kept = await nameCheckpoint(ctxOf(world(), owner), { conversationId: id, name: 'Old' })
    await write(draftId, owner.id, 'A new', 'An old'.length)
    const slow = {
      ...drafts,
      capture: async (of: string) => {
        const state = await drafts.capture(of)
        await write(of, owner.id, 'Just now. ')
        return state
      },
    }
    const ctx = { ...ctxOf(world(), owner), services: { ...world().services, drafts: slow } }
    const { checkpointId } = await restoreCheckpoint(ctx, { id: kept.id })
    expect(await read(draftId)).toBe('Just now. An old text.')
    await drafts.edit(draftId, { kind: 'assistant' }, (text) => [{ index: text.length, remove: 0, insert: ' And more.' }])
    await restoreCheckpoint(ctxOf(world(), owner), { id: checkpointId ?? '', insteadOf: kept.id })
    expect(await read(draftId)).toBe('Just now. A new text. And more.')
    await write(draftId, owner.id, 'Later. ')
    const again = restoreCheckpoint(ctxOf(world(), owner), { id: checkpointId ?? '', insteadOf: kept.id })
    await expect(again).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('history') })
    expect(await read(draftId)).toBe('Later. Just now. A new text. And more.')
  })

  it('is for who may read the draft, and changed by who may write it', async () => {
    const { id, draftId, owner } = await buildConversation(world())
    await write(draftId, owner.id, 'Mine.')
    const { id: kept } = await nameCheckpoint(ctxOf(world(), owner), { conversationId: id, name: 'Mine' })
    await write(draftId, owner.id, 'More. ')
    const viewer = ctxOf(world(), await buildParticipant(world(), id, 'viewer'))
    expect((await listCheckpoints(viewer, { conversationId: id })).items.map((item) => item.id)).toContain(kept)
    expect((await getCheckpoint(viewer, { id: kept })).content).toBe('Mine.')
    await expect(nameCheckpoint(viewer, { conversationId: id, name: 'No' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(restoreCheckpoint(viewer, { id: kept })).rejects.toMatchObject({ code: 'FORBIDDEN' })

    const stranger = ctxOf(world(), await buildUser(world()))
    const other = await buildConversation(world(), { owner })
    const { id: elsewhere } = await nameCheckpoint(ctxOf(world(), owner), { conversationId: other.id, name: 'Elsewhere' })
    const refused = [
      () => listCheckpoints(stranger, { conversationId: id }),
      () => getCheckpoint(stranger, { id: kept }),
      () => nameCheckpoint(stranger, { conversationId: id, name: 'No' }),
      () => restoreCheckpoint(stranger, { id: kept }),
      () => listAuthors(stranger, { conversationId: id, clientIds: [1] }),
      // Both are the owner's, of two drafts.
      () => restoreCheckpoint(ctxOf(world(), owner), { id: kept, insteadOf: elsewhere }),
    ]
    for (const ask of refused) await expect(ask()).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await read(draftId)).toBe('More. Mine.')
  })

  it('has a state of its own when the last one who edited has left, and the room hears of it', async () => {
    const { id, draftId, owner } = await buildConversation(world())
    const before = heard(id)
    await write(draftId, owner.id, 'Written and left.')
    await vi.waitFor(() => expect(heard(id)).toBe(before + 1))
    const { items } = await listCheckpoints(ctxOf(world(), owner), { conversationId: id })
    expect(items).toMatchObject([{ kind: 'time', name: '', createdBy: null, size: 17 }])
  })

  it('keeps no state twice, none of another epoch, and thins out its own alone', async () => {
    const { id, draftId, owner } = await buildConversation(world())
    const store = createDraftStore(world().database)
    const states = () => DraftCheckpoint.query(world().database.knex).where({ draftId }).orderBy('createdAt')
    const keep = (text: string, epoch = 1) => store.keep(draftId, { text, stateVector: new Uint8Array([0]), epoch })
    await nameCheckpoint(ctxOf(world(), owner), { conversationId: id, name: 'By hand' })
    await keep('')
    await keep('of another time', 2)
    expect(await states()).toHaveLength(1)

    // Within ten minutes the later one stands for both; what was kept by hand stays.
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2030-01-01T12:01:00Z') })
    try {
      await keep('one')
      vi.setSystemTime(new Date('2030-01-01T12:04:00Z'))
      await keep('two')
      await keep('two')
      vi.setSystemTime(new Date('2030-01-01T12:14:00Z'))
      await keep('three')
      expect((await states()).map(({ content }) => content)).toEqual(['', 'two', 'three'])
      // Years later only one of a day is left.
      vi.setSystemTime(new Date('2032-01-01T12:00:00Z'))
      await keep('four')
    } finally {
      vi.useRealTimers()
    }
    expect((await states()).map(({ content }) => content)).toEqual(['', 'three', 'four'])
  })

  it('tells who wrote under a client id, since when, and how much of it was there at which instant', async () => {
    const { id, draftId, owner } = await buildConversation(world())
    const { drafts } = world().services
    const ctx = ctxOf(world(), owner)
    await write(draftId, owner.id, 'Ada.')
    await drafts.edit(draftId, { kind: 'assistant' }, () => [{ index: 0, remove: 0, insert: 'Helper. ' }])
    const one = await nameCheckpoint(ctx, { conversationId: id, name: 'One' })
    await write(draftId, owner.id, 'More. ')
    const two = await nameCheckpoint(ctx, { conversationId: id, name: 'Two' })
    const claims = await world().database.knex('draft_authors').where({ draftId }).select<{ clientId: number }[]>('clientId')
    const ids = claims.map(({ clientId }) => clientId)
    const told = await listAuthors(ctx, { conversationId: id, clientIds: [...ids, 7] })
    expect(new Set(told.map(({ clientId }) => clientId))).toEqual(new Set(ids))
    const assistant = told.find(({ person }) => person === null)
    expect(assistant?.seen.at(0)).toMatchObject({ clock: 8 })
    const ofAda = told.filter(({ person }) => person?.id === owner.id)
    const written = ofAda.map(({ seen }) => seen.at(-1)?.clock ?? 0).reduce((sum, clock) => sum + clock)
    expect(written).toBe('Ada.'.length + 'More. '.length)
    // What the assistant wrote was there in the first state, and nothing of it came later.
    expect(assistant?.seen).toHaveLength(1)
    expect(assistant?.seen.at(0)?.at.getTime()).toBeLessThanOrEqual(one.createdAt.getTime())
    for (const { since, seen } of told) {
      const instants = [since, ...seen.map(({ at }) => at), two.createdAt].map((at) => at.getTime())
      expect(instants).toEqual(instants.toSorted((a, b) => a - b))
    }
    expect(await listAuthors(ctx, { conversationId: id, clientIds: [] })).toEqual([])
  })
})
