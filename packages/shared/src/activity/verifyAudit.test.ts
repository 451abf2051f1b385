import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { insertRows } from '../database/index.ts'
import { buildConversation, buildUser, ctxOf, onEachDatabase, type World } from '../testing/index.ts'
import { sealAudit, verifyAudit } from './index.ts'

/** Plain rows, as the program writes them. */
async function writeRows(world: World, count: number, at = new Date()): Promise<void> {
  const rows = Array.from({ length: count }, (_, index) => ({
    id: randomUUID(),
    action: 'sign-in-refused',
    entityType: 'users',
    metadata: JSON.stringify({ index, said: 'ünï 👩🏽‍💻', b: 1, a: [{ z: 1.5, y: null }] }),
    requestId: 'a test',
    createdAt: at,
  }))
  await world.database.knex.transaction((trx) => insertRows({ db: trx, database: world.database }, 'audit_logs', rows))
}

onEachDatabase('a sealed audit', (world) => {
  // What somebody can do who owns the database: the triggers are gone.
  beforeAll(async () => {
    for (const table of ['audit_logs', 'audit_seals']) {
      for (const guard of ['unchanged', 'kept']) await world().database.knex.raw(`drop trigger ${table}_${guard}`)
    }
  })
  // Each test spoils an audit that begins anew.
  beforeEach(async () => {
    for (const table of ['audit_logs', 'audit_seals', 'audit_daily']) await world().database.knex(table).truncate()
  })

  const seal = () => sealAudit(ctxOf(world()))
  const verify = (head?: { number: number; digest: string }) => verifyAudit(ctxOf(world()), head ? { head } : {})
  const rows = () => world().database.knex('audit_logs')
  const seals = () => world().database.knex('audit_seals')

  /** Three seals over ten rows each, and two rows after them; answers where the chain ends. */
  async function sealThrice() {
    for (let batch = 0; batch < 3; batch++) {
      await writeRows(world(), 10)
      await seal()
    }
    const { head } = await verify()
    await writeRows(world(), 2)
    if (!head) throw new Error('There are seals')
    return head
  }

  it('is found whole: real rows and plain ones, in one seal and in more', { timeout: 60_000 }, async () => {
    expect(await verify()).toEqual({ seals: 0, rows: 0, unsealed: 0, head: null, retention: null, faults: [] })
    const owner = await buildUser(world())
    await buildConversation(world(), { owner })
    const first = await seal()
    expect(first).toMatchObject({ seals: 1, head: { number: 1 } })
    await writeRows(world(), 10_001)
    const second = await seal()
    expect(second).toMatchObject({ seals: 2, rows: 10_001 })
    await writeRows(world(), 3)
    const rows = first.rows + 10_001
    expect(await verify()).toEqual({ seals: 3, rows, unsealed: 3, head: second.head, retention: null, faults: [] })
    expect(await seal()).toMatchObject({ seals: 1, rows: 3 })
    expect(await seal()).toMatchObject({ seals: 0, rows: 0 })
    expect((await verify(second.head ?? undefined)).faults).toEqual([])
  })

  it('is counted by day, each row once, before and after it is sealed', async () => {
    const volume = async () => {
      const found = await world()
        .database.knex('audit_volume')
        .where({ action: 'sign-in-refused' })
        .select('day', 'entityType', 'entries')
      return found.map(({ day, entityType, entries }) => ({ day, entityType, entries: Number(entries) }))
    }
    const at = new Date('2026-03-04T23:59:59.999Z')
    await writeRows(world(), 4, at)
    const expected = [{ day: '2026-03-04', entityType: 'users', entries: 4 }]
    expect(await volume()).toEqual(expected)
    await seal()
    expect(await volume()).toEqual(expected)
    await writeRows(world(), 1, at)
    expect(await volume()).toEqual([{ ...expected[0], entries: 5 }])
    await seal()
    expect(await volume()).toEqual([{ ...expected[0], entries: 5 }])
    expect(await world().database.knex('audit_daily').where({ day: '2026-03-04' }).select('entries')).toEqual([{ entries: 5 }])
  })

  it('has only rows of one month in a seal', async () => {
    await writeRows(world(), 2, new Date('2026-01-31T23:59:59.999Z'))
    await writeRows(world(), 2, new Date('2026-02-01T00:00:00.000Z'))
    expect(await seal()).toMatchObject({ seals: 2, rows: 4 })
    const months = await seals().orderBy('number').pluck('month')
    expect(months).toEqual(['2026-01', '2026-02'])
  })

  it('tells of a value that was changed', async () => {
    await sealThrice()
    await rows().where({ sequence: 15 }).update({ ip: '10.0.0.1' })
    const { faults } = await verify()
    expect(faults).toEqual([{ kind: 'changed', seals: { first: 2, last: 2 }, sequences: { first: 11, last: 20 } }])
  })

  it('tells of a change within JSON', async () => {
    await sealThrice()
    await rows()
      .where({ sequence: 3 })
      .update({ metadata: JSON.stringify({ index: 2, said: 'ünï 👩🏽‍💻', b: 1, a: [{ z: 1.5, y: 0 }] }) })
    expect((await verify()).faults).toMatchObject([{ kind: 'changed', seals: { first: 1 } }])
  })

  it('tells of a row in the middle that is gone', async () => {
    await sealThrice()
    await rows().where({ sequence: 15 }).delete()
    const { faults } = await verify()
    expect(faults).toEqual([{ kind: 'missing', seals: { first: 2, last: 2 }, sequences: { first: 11, last: 20 } }])
  })

  it('tells of rows of two seals that are gone, as one', async () => {
    await sealThrice()
    await rows().whereBetween('sequence', [5, 15]).delete()
    const { faults } = await verify()
    expect(faults).toEqual([{ kind: 'missing', seals: { first: 1, last: 2 }, sequences: { first: 1, last: 20 } }])
  })

  it('tells of the last rows that were cut off', async () => {
    await sealThrice()
    await rows().where('sequence', '>', 25).delete()
    const { faults } = await verify()
    expect(faults).toEqual([{ kind: 'cut-off', seals: { first: 3, last: 3 }, sequences: { first: 21, last: 30 } }])
  })

  it('tells, to whoever kept the head, that the last seal was cut off with its rows', async () => {
    const head = await sealThrice()
    await rows().where('sequence', '>', 20).delete()
    await seals().where({ number: 3 }).delete()
    expect((await verify()).faults).toEqual([])
    expect((await verify(head)).faults).toEqual([{ kind: 'cut-off', seals: { first: 3, last: 3 }, sequences: null }])
  })

  it('tells, to whoever kept the head, that all seals were made anew', async () => {
    const head = await sealThrice()
    await rows().where({ sequence: 15 }).update({ ip: '10.0.0.1' })
    await seals().delete()
    await seal()
    expect((await verify()).faults).toEqual([])
    expect((await verify(head)).faults).toMatchObject([{ kind: 'cut-off', seals: { first: 2, last: 3 } }])
    for (let more = 0; more < 2; more++) {
      await writeRows(world(), 1)
      await seal()
    }
    expect((await verify(head)).faults).toMatchObject([{ kind: 'seal', seals: { first: 3, last: 3 } }])
  })

  it('tells of a row that was put in between', async () => {
    await sealThrice()
    await rows().where({ sequence: 15 }).delete()
    await writeRows(world(), 1)
    const newest = await rows().max('sequence as sequence').first()
    await rows().where({ sequence: newest?.sequence }).update({ sequence: 15 })
    expect((await verify()).faults).toMatchObject([{ kind: 'changed', seals: { first: 2 } }])

    // A number that a transaction took back is free between two seals.
    await rows().whereIn('sequence', [31, 32]).delete()
    await writeRows(world(), 1)
    await seal()
    const last = await rows().max('sequence as sequence').first()
    await writeRows(world(), 1)
    await rows().where('sequence', '>', Number(last?.sequence)).update({ sequence: 31 })
    expect((await verify()).faults).toMatchObject([
      { kind: 'changed', seals: { first: 2 } },
      { kind: 'added', seals: { first: 4, last: 4 } },
    ])
  })

  it('tells of a seal that was changed or is gone', async () => {
    await sealThrice()
    await seals().where({ number: 2 }).update({ rowCount: 11 })
    expect((await verify()).faults).toMatchObject([
      { kind: 'seal', seals: { first: 2, last: 2 } },
      { kind: 'missing', seals: { first: 2, last: 2 } },
    ])
    await seals().where({ number: 2 }).delete()
    expect((await verify()).faults).toEqual([{ kind: 'seal', seals: { first: 2, last: 2 }, sequences: { first: 11, last: 20 } }])
  })
})
