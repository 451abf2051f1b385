import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { buildConversation, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { sealAudit } from './index.ts'

const row = (values: object) => ({
  id: randomUUID(),
  action: 'sign-in',
  entityType: 'users',
  requestId: 'a test',
  createdAt: new Date(),
  ...values,
})

onEachDatabase('the audit, by the database itself', (world) => {
  const knex = () => world().database.knex

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
