import { randomBytes } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { createConversation } from '../conversations/index.ts'
import { sealAudit } from '../activity/index.ts'
import { buildUser, ctxOf, engines, openWorld, type World } from '../testing/index.ts'
import { grantsFor, openDatabase } from './index.ts'

const mysql = engines.find(({ name }) => name === 'MySQL')

describe.skipIf(!mysql?.available)('an account of MySQL for the application alone', () => {
  const closing: (() => Promise<unknown>)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0).toReversed()) await close()
  })

  /** A database, and beside the account that owns it one with the rights that the docs tell to give. */
  async function open(): Promise<{ owner: World; application: World }> {
    const place = await mysql?.create()
    if (!place) throw new Error('There is a MySQL server')
    closing.push(() => place.drop())
    const owner = await openWorld(place.url)
    closing.push(() => owner.close())
    const { knex } = owner.database
    const url = new URL(place.url)
    url.username = `app_${randomBytes(6).toString('hex')}`
    url.password = randomBytes(12).toString('hex')
    await knex.raw(`create user '${url.username}'@'%' identified by '${url.password}'`)
    closing.push(() => knex.raw(`drop user '${url.username}'@'%'`))
    for (const statement of await grantsFor(owner.database, `${url.username}@%`)) await knex.raw(statement)
    const database = await openDatabase(url.href)
    closing.push(() => database.close())
    return { owner, application: { ...owner, database } }
  }

  it('can work and seal, but not change or delete what the audit has, nor the schema', { timeout: 60_000 }, async () => {
    const { application } = await open()
    const { knex } = application.database
    const user = await buildUser(application)
    const { id } = await createConversation(ctxOf(application, user), { title: 'With few rights' })
    expect(await knex('conversations').where({ id }).pluck('title')).toEqual(['With few rights'])
    expect(await knex('audit_logs').where({ entityId: id })).toHaveLength(1)
    expect(await sealAudit(ctxOf(application))).toMatchObject({ seals: 1 })
    expect(await knex('conversation_overview').where({ id })).toHaveLength(1)

    for (const table of ['audit_logs', 'audit_seals']) {
      await expect(knex(table).where({ id }).delete()).rejects.toMatchObject({ code: 'ER_TABLEACCESS_DENIED_ERROR' })
      await expect(knex(table).where({ id }).update({ createdAt: new Date() })).rejects.toMatchObject({
        code: 'ER_TABLEACCESS_DENIED_ERROR',
      })
    }
    await expect(knex('migrations').delete()).rejects.toMatchObject({ code: 'ER_TABLEACCESS_DENIED_ERROR' })
    await expect(knex.raw('drop trigger audit_logs_kept')).rejects.toMatchObject({ code: 'ER_TABLEACCESS_DENIED_ERROR' })
    await expect(knex.schema.dropTable('audit_logs')).rejects.toMatchObject({ code: 'ER_TABLEACCESS_DENIED_ERROR' })
  })

  it('has a name that can stand in a statement', async () => {
    const { owner } = await open()
    for (const account of ["a'b@%", 'a b', '', "a@'%'"]) {
      await expect(grantsFor(owner.database, account)).rejects.toThrow('Name the account as name@host')
    }
  })
})

it('there are no accounts in SQLite', async () => {
  const database = await openDatabase('sqlite::memory:')
  await expect(grantsFor(database, 'prologue')).rejects.toThrow('SQLite has no accounts')
  await database.close()
})
