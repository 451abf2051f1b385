import { randomUUID } from 'node:crypto'
import { listActivitySchema } from '@prologue/contracts'
import { beforeAll, expect, it } from 'vitest'
import { renameConversation } from '../conversations/index.ts'
import { insertRows } from '../database/index.ts'
import type { User } from '../models/index.ts'
import { buildConversation, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { countActivityOverTime, exportActivity, listActivity, readActivityNews } from './index.ts'

const sentences = (filter: object) => listActivitySchema.safeParse(filter).error?.issues.map(({ message }) => message)

onEachDatabase('the activity', (world) => {
  let admin: User
  beforeAll(async () => {
    admin = await buildUser(world(), { name: 'Root', role: 'admin' })
  })
  const found = async (text: string) => (await list({ text })).items.map(({ entity }) => entity.id)
  const list = (filter: Parameters<typeof listActivity>[1]) => listActivity(ctxOf(world(), admin), filter)

  it('is for administrators alone', async () => {
    const [user, moderator] = [await buildUser(world()), await buildUser(world(), { role: 'moderator' })]
    await expect(listActivity(ctxOf(world()), {})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    for (const person of [user, moderator]) {
      await expect(listActivity(ctxOf(world(), person), {})).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
  })

  it('shows who did what to which thing, the newest first', async () => {
    const owner = await buildUser(world(), { name: 'Grace' })
    const { id } = await buildConversation(world(), { owner })
    const ctx = ctxOf(world(), owner)
    await renameConversation(ctx, { id, title: 'New' })
    const { items } = await list({ entityType: 'conversations', entityId: id })
    expect(items).toMatchObject([
      {
        actor: { id: owner.id, name: 'Grace' },
        action: 'update',
        entity: { type: 'conversations', id },
        changes: { title: { from: { length: 8 }, to: { length: 3 } } },
        ip: '127.0.0.1',
        userAgent: 'a test',
        sessionId: ctx.actor.kind === 'user' ? ctx.actor.sessionId : '',
        requestId: ctx.requestId,
        at: expect.any(Date),
      },
      { action: 'create', changes: null },
    ])
    expect(Object.keys(items[0] ?? {})).not.toContain('oldValues')
  })

  it('is found by a text: in what changed, in a browser’s name or an id, or by who did it, in capitals or not', async () => {
    const owner = await buildUser(world(), { name: 'Quentin 100%' })
    const { id } = await buildConversation(world(), { owner })
    await renameConversation({ ...ctxOf(world(), owner), userAgent: 'Odd_Browser/7' }, { id, title: 'New' })
    expect(await found('odd_browser')).toEqual([id])
    expect(await found('odd-browser')).toEqual([])
    expect(await found(id.slice(0, 30).toUpperCase())).toContain(id)
    expect(await found('Quentin 100%')).toContain(id)
    expect(await found('uentin')).toEqual([])
    const { items } = await readActivityNews(ctxOf(world(), admin), { after: 0, text: 'odd_browser' })
    expect(items.map(({ entity }) => entity.id)).toEqual([id])
    expect(await countActivityOverTime(ctxOf(world(), admin), { text: 'odd_browser' })).toMatchObject({
      total: 1,
      more: false,
      actions: [{ action: 'update', count: 1 }],
    })
  })

  it('is exported as it is filtered, page by page, and the audit tells what was asked for', async () => {
    const owner = await buildUser(world())
    const { id } = await buildConversation(world(), { owner })
    const ctx = ctxOf(world(), admin)
    const { items, nextCursor } = await exportActivity(ctx, { actorId: owner.id, text: 'a test' })
    const { items: listed } = await list({ actorId: owner.id })
    expect(items).toEqual(listed)
    expect(nextCursor).toBeNull()
    expect(items.some(({ entity }) => entity.id === id)).toBe(true)
    const [entry] = await world().database.knex('audit_logs').where({ action: 'export', entityType: 'audit_logs' })
    expect(JSON.stringify(entry)).toContain(owner.id)
    expect(JSON.stringify(entry)).not.toContain('a test"}')
    for (const read of [exportActivity, countActivityOverTime]) {
      await expect(read(ctxOf(world(), owner), {})).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
  })

  it('is counted over time, by what was done and by how many people', async () => {
    const owner = await buildUser(world())
    const { id } = await buildConversation(world(), { owner })
    await renameConversation(ctxOf(world(), owner), { id, title: 'New' })
    const now = Date.now()
    const [from, to] = [new Date(now - 3_600_000), new Date(now + 1_000)]
    const counts = await countActivityOverTime(ctxOf(world(), admin), { actorId: owner.id, from, to })
    const { items } = await list({ actorId: owner.id })
    expect(counts).toMatchObject({ from, to, total: items.length, people: 1, more: false })
    expect(counts.bars.at(-1)).toBe(items.length)
    expect(counts.bars.reduce((sum, bar) => sum + bar, 0)).toBe(items.length)
    expect(counts.actions.find(({ action }) => action === 'update')).toEqual({ action: 'update', count: 1 })
    const nothing = await countActivityOverTime(ctxOf(world(), admin), { actorId: owner.id, from: new Date(0), to: new Date(1) })
    expect(nothing).toMatchObject({ total: 0, people: 0, actions: [] })
  })

  it('is found by who did it, what was done and when', async () => {
    const owner = await buildUser(world())
    const { id } = await buildConversation(world(), { owner })
    const mine = await list({ actorId: owner.id })
    expect(mine.items.length).toBeGreaterThan(2)
    expect(mine.items.every(({ actor }) => actor?.id === owner.id)).toBe(true)
    const created = await list({ actorId: owner.id, action: 'create', entityType: 'conversations', entityId: id })
    expect(created.items).toMatchObject([{ action: 'create', actor: { id: owner.id }, entity: { type: 'conversations', id } }])
    const at = created.items[0]?.at ?? new Date()
    const later = new Date(at.getTime() + 1)
    const found = async (filter: { from?: Date; to?: Date }) =>
      (await list({ actorId: owner.id, entityId: id, entityType: 'conversations', ...filter })).items.length
    expect(await found({ from: at, to: later })).toBe(1)
    expect(await found({ from: later })).toBe(0)
    expect(await found({ to: at })).toBe(0)
    expect((await list({ action: 'retain' })).items).toEqual([])
  })

  it('is walked page by page without gap or double, also where all happened at the same instant', async () => {
    const entityId = randomUUID()
    const row = {
      action: 'create',
      entityType: 'templates',
      entityId,
      requestId: 'a test',
      createdAt: new Date('2026-03-01T12:00:00Z'),
    }
    const ids = Array.from({ length: 120 }, () => randomUUID())
    await insertRows(
      { db: world().database.knex, database: world().database },
      'audit_logs',
      ids.map((id) => Object.assign({ id }, row)),
    )
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await list({ entityType: 'templates', entityId, cursor })
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(seen).toEqual(ids.toReversed())
  })

  it('is asked for one thing by its kind and its id', () => {
    const [entityType, entityId] = ['templates', randomUUID()]
    expect(sentences({})).toBeUndefined()
    expect(sentences({ entityType, entityId })).toBeUndefined()
    expect(sentences({ entityType })).toBeUndefined()
    expect(sentences({ entityId })).toEqual(['Say what kind of thing it is, too.'])
  })

  it('is found by nothing but what its filter names', async () => {
    const all = await list({})
    const filter = Object.assign({ action: undefined }, { sessionId: randomUUID() })
    expect(await list(filter)).toEqual(all)
  })

  it('refuses a page that no list led to', async () => {
    for (const cursor of ['', 'x', '1.2.3', `1.${'9'.repeat(20)}`, "1' or 1=1"]) {
      await expect(list({ cursor })).rejects.toMatchObject({ code: 'VALIDATION' })
    }
  })
})
