import { randomUUID } from 'node:crypto'
import { listActivitySchema } from '@prologue/contracts'
import { beforeAll, expect, it } from 'vitest'
import { renameConversation } from '../conversations/index.ts'
import { insertRows } from '../database/index.ts'
import type { User } from '../models/index.ts'
import { buildConversation, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { listActivity } from './index.ts'

const sentences = (filter: object) => listActivitySchema.safeParse(filter).error?.issues.map(({ message }) => message)

onEachDatabase('the activity', (world) => {
  let admin: User
  beforeAll(async () => {
    admin = await buildUser(world(), { name: 'Root', role: 'admin' })
  })
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
      world().database.knex,
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
