import { randomUUID } from 'node:crypto'
import type { Knex } from 'knex'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildUser, ctxOf, engines, onEachDatabase, openWorld, type World } from '../testing/index.ts'
import { sealAudit, verifyAudit } from './index.ts'

async function insert(db: Knex): Promise<void> {
  const row = { id: randomUUID(), action: 'sign-in', entityType: 'users', requestId: 'a test', createdAt: new Date() }
  await db('audit_logs').insert(row)
}

onEachDatabase('a seal', (world) => {
  it('is made once when two make it at the same time, also while others write', { timeout: 60_000 }, async () => {
    const { knex } = world().database
    for (let round = 0; round < 3; round++) {
      await Promise.all([
        ...Array.from({ length: 5 }, () => buildUser(world())),
        sealAudit(ctxOf(world())),
        sealAudit(ctxOf(world())),
      ])
    }
    await sealAudit(ctxOf(world()))
    const [sealed] = await knex('audit_seals').sum('rowCount as rows')
    const [there] = await knex('audit_logs').count({ rows: '*' })
    expect(Number(sealed?.rows)).toBe(Number(there?.['rows']))
  })
})

// SQLite has one writer: while a transaction is open, nobody else has a number.
const mysql = engines.find(({ name }) => name === 'MySQL')

describe.skipIf(!mysql?.available)('a seal where many write at once', () => {
  let world: World
  let drop: () => Promise<void> | undefined
  beforeAll(async () => {
    const place = await mysql?.create()
    drop = () => place?.drop()
    world = await openWorld(place?.url ?? '')
  })
  afterAll(async () => {
    await world.close()
    await drop()
  })

  it('waits for a transaction that has a number already, and holds up no other', { timeout: 60_000 }, async () => {
    const { knex } = world.database
    await buildUser(world)
    await insert(knex)
    const slow = await knex.transaction()
    await insert(slow)
    // Its number is higher, and it is there first.
    await insert(knex)
    const sealing = sealAudit(ctxOf(world))
    const waits: number[] = []
    for (let more = 0; more < 20; more++) {
      const started = performance.now()
      await insert(knex)
      waits.push(performance.now() - started)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    expect(Math.max(...waits)).toBeLessThan(1_000)
    await slow.commit()
    // The slow one is in it; what came after the question was asked is for the next time.
    const first = await sealing
    expect(first).toMatchObject({ seals: 1 })
    expect(first.rows).toBeGreaterThanOrEqual(4)
    const second = await sealAudit(ctxOf(world))
    expect(first.rows + second.rows).toBe(24)
    expect(await verifyAudit(ctxOf(world))).toMatchObject({ unsealed: 0, faults: [] })
  })
})
