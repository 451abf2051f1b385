import { limits } from '@prologue/contracts'
import { expect, it } from 'vitest'
import { buildConversation, buildParticipant, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import {
  createConversation,
  duplicateConversation,
  getConversation,
  listConversations,
  markConversationRead,
  pinConversation,
  renameConversation,
  setConversationStatus,
} from './index.ts'

const ids = { none: '0198c0de-0000-7000-8000-000000000000' }

onEachDatabase('a conversation', (world) => {
  it('is made with its owner and an empty draft', async () => {
    const owner = await buildUser(world())
    const { id } = await createConversation(ctxOf(world(), owner), {})
    const found = await getConversation(ctxOf(world(), owner), { id })
    expect(found).toMatchObject({ title: 'Untitled', status: 'active', role: 'owner', draft: { epoch: 1 } })
    expect(found.abilities).toContain('conversation:share')
    expect(found.participants.map(({ person }) => person.name)).toEqual(['Ada'])
  })

  it('shows no address of anybody', async () => {
    const { id, owner } = await buildConversation(world())
    await buildParticipant(world(), id, 'editor')
    const found = JSON.stringify(await getConversation(ctxOf(world(), owner), { id }))
    expect(found).not.toContain('@')
  })

  it('does not exist for anybody else, whatever they do with its id', async () => {
    const { id } = await buildConversation(world())
    const stranger = ctxOf(world(), await buildUser(world()))
    const tries = [
      getConversation(stranger, { id }),
      renameConversation(stranger, { id, title: 'Mine' }),
      setConversationStatus(stranger, { id, status: 'archived' }),
      markConversationRead(stranger, { id }),
      pinConversation(stranger, { id, pinned: true }),
      duplicateConversation(stranger, { id }),
      getConversation(ctxOf(world()), { id }),
    ]
    for (const result of await Promise.allSettled(tries)) {
      expect(result).toMatchObject({ status: 'rejected', reason: { code: 'NOT_FOUND' } })
    }
  })

  it('says in lists, as it does alone, what each of its people may do with it', async () => {
    const { id, owner } = await buildConversation(world())
    const people = [owner]
    for (const role of ['editor', 'commenter', 'viewer'] as const) people.push(await buildParticipant(world(), id, role))
    const deciders: string[] = []
    for (const person of people) {
      const ctx = ctxOf(world(), person)
      const { items } = await listConversations(ctx, { status: 'active' })
      expect(items[0]?.abilities).toEqual((await getConversation(ctx, { id })).abilities)
      if (items[0]?.abilities.includes('conversation:set-status')) deciders.push(person.name)
    }
    expect(deciders).toEqual(['Ada', 'A editor'])
  })

  it('is renamed by editors and not by viewers, and the room is told', async () => {
    const { id } = await buildConversation(world())
    const editor = await buildParticipant(world(), id, 'editor')
    const viewer = await buildParticipant(world(), id, 'viewer')
    await renameConversation(ctxOf(world(), editor), { id, title: 'A better name' })
    expect(world().sent).toContainEqual({ event: 'conversation:changed', id })
    await expect(renameConversation(ctxOf(world(), viewer), { id, title: 'No' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect((await getConversation(ctxOf(world(), viewer), { id })).title).toBe('A better name')
  })

  it.each(['paused', 'completed', 'archived'] as const)('is read-only while it is %s, and comes back', async (status) => {
    const { id, owner } = await buildConversation(world())
    const viewer = ctxOf(world(), await buildParticipant(world(), id, 'viewer'))
    const ctx = ctxOf(world(), owner)
    await setConversationStatus(ctx, { id, status })
    const stopped = await getConversation(ctx, { id })
    expect(stopped.status).toBe(status)
    expect(stopped.abilities).not.toContain('draft:write')
    expect(stopped.abilities).not.toContain('prompt:create')
    expect(world().sent).toContainEqual({ event: 'access:conversation', id })
    expect((await listConversations(ctx, { status: 'active' })).items).toEqual([])
    expect((await listConversations(ctx, { status })).items.map((item) => item.id)).toEqual([id])
    await expect(setConversationStatus(viewer, { id, status: 'active' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await setConversationStatus(ctx, { id, status: 'active' })
    expect((await getConversation(ctx, { id })).abilities).toContain('draft:write')
  })

  it('that stands where it is put already tells nobody anything', async () => {
    const { id, owner } = await buildConversation(world())
    world().sent.length = 0
    await setConversationStatus(ctxOf(world(), owner), { id, status: 'active' })
    expect(world().sent).toEqual([])
  })

  it('stands in the list of its people, the latest first, page by page without gap or double', async () => {
    const owner = await buildUser(world())
    const ids: string[] = []
    for (let index = 0; index < limits.page + 5; index++) ids.push((await buildConversation(world(), { owner })).id)
    // The same instant for all: only the id tells them apart.
    await world().database.knex('conversations').whereIn('id', ids).update({ lastActivityAt: new Date() })
    await buildConversation(world())
    const ctx = ctxOf(world(), owner)
    const first = await listConversations(ctx, { status: 'active' })
    const second = await listConversations(ctx, { status: 'active', cursor: first.nextCursor ?? '' })
    expect(first.items).toHaveLength(limits.page)
    expect(second.nextCursor).toBeNull()
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids.toSorted().toReversed())
  })

  it('is found by a part of its title, taken literally', async () => {
    const owner = await buildUser(world())
    const ctx = ctxOf(world(), owner)
    await createConversation(ctx, { title: '100% Support' })
    await createConversation(ctx, { title: '100 Supporters' })
    const search = async (text: string) =>
      (await listConversations(ctx, { status: 'active', search: text })).items.map(({ title }) => title)
    expect(await search('0% sup')).toEqual(['100% Support'])
    expect(await search('_')).toEqual([])
    await createConversation(ctx, { title: 'Über uns' })
    expect(await search('über')).toEqual(['Über uns'])
    expect((await search('SUPPORT')).toSorted()).toEqual(['100 Supporters', '100% Support'])
  })

  it('refuses a cursor that this server did not write', async () => {
    const ctx = ctxOf(world(), await buildUser(world()))
    for (const cursor of [
      'x',
      '1.2',
      '.',
      `NaN.${ids.none}`,
      `8640000000000000.${ids.none}`,
      `-1.${ids.none}`,
      `253402300800000.${ids.none}`,
    ]) {
      await expect(listConversations(ctx, { status: 'active', cursor })).rejects.toMatchObject({ code: 'VALIDATION' })
    }
  })
})
