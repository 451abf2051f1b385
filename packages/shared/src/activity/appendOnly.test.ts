import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { buildConversation, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { sealAudit, verifyAudit } from './index.ts'

onEachDatabase('the audit, by the database itself', (world) => {
  const knex = () => world().database.knex
  const row = (values: object) => ({
    id: randomUUID(),
    action: 'sign-in',
    entityType: 'users',
    requestId: 'a test',
    createdAt: new Date(),
    ...values,
  })

  it('lets no row be changed or deleted, sealed or not', async () => {
    await buildConversation(world())
    await sealAudit(ctxOf(world()))
    for (const table of ['audit_logs', 'audit_seals']) {
      const before = await knex().raw(`select * from ${table}`)
      await expect(knex().raw(`update ${table} set created_at = created_at`)).rejects.toThrow(`${table}_append_only`)
      await expect(knex().raw(`delete from ${table}`)).rejects.toThrow(`${table}_append_only`)
      expect(await knex().raw(`select * from ${table}`)).toEqual(before)
    }
  })

  it('refuses a row of somebody who never was', async () => {
    const stranger = knex()('audit_logs').insert(row({ actorId: randomUUID() }))
    await expect(stranger).rejects.toThrow('audit_logs_actor_unknown')
    await knex()('audit_logs').insert(row({ actorId: null }))
  })

  it('keeps whoever it names from being deleted for good', async () => {
    const [named, unnamed] = [await buildUser(world()), await buildUser(world())]
    await knex()('audit_logs').insert(row({ actorId: named.id }))
    await expect(knex()('users').where({ id: named.id }).delete()).rejects.toThrow('users_in_audit')
    expect(await knex()('users').where({ id: unnamed.id }).delete()).toBe(1)
  })

  it('names nobody who is deleted at the same time', async () => {
    for (let round = 0; round < 10; round++) {
      const { id } = await buildUser(world())
      const outcomes = await Promise.allSettled([
        knex().transaction(async (trx) => {
          await trx('audit_logs').insert(row({ actorId: id }))
        }),
        knex().transaction(async (trx) => {
          await trx('users').where({ id }).delete()
        }),
      ])
      const [named, left] = [await knex()('audit_logs').where({ actorId: id }), await knex()('users').where({ id })]
      expect(left, JSON.stringify(outcomes)).toHaveLength(named.length)
    }
  })
})

onEachDatabase('a seal', (world) => {
  it('waits for a transaction that has a number already, and holds up no other', { timeout: 60_000 }, async () => {
    const { knex } = world().database
    await buildUser(world())
    const insert = (db: typeof knex) =>
      db('audit_logs').insert({
        id: randomUUID(),
        action: 'sign-in',
        entityType: 'users',
        requestId: 'a test',
        createdAt: new Date(),
      })
    await insert(knex)
    // SQLite has one connection: nothing else happens while a transaction is open.
    if (world().database.dialect.name === 'sqlite') {
      expect(await sealAudit(ctxOf(world()))).toMatchObject({ seals: 1, rows: 2 })
      return
    }
    const slow = await knex.transaction()
    await insert(slow)
    // Its number is higher, and it is there first.
    await insert(knex)
    const sealing = sealAudit(ctxOf(world()))
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
    const second = await sealAudit(ctxOf(world()))
    expect(first.rows + second.rows).toBe(24)
    expect(await verifyAudit(ctxOf(world()))).toMatchObject({ unsealed: 0, faults: [] })
  })

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
