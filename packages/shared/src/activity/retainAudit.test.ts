import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { insertRows } from '../database/index.ts'
import { ctxOf, onEachDatabase, type World } from '../testing/index.ts'
import { makeAuditMonths, retainAudit, sealAudit, verifyAudit } from './index.ts'

const at = (instant: string) => ({ now: () => new Date(instant) })

async function writeRows({ database }: World, count: number, createdAt: Date): Promise<void> {
  const rows = Array.from({ length: count }, () => ({
    id: randomUUID(),
    action: 'sign-in-refused',
    entityType: 'users',
    requestId: 'a test',
    createdAt,
  }))
  await database.knex.transaction((trx) => insertRows(trx, 'audit_logs', rows))
}

/** The names of the months the database keeps apart; null where it keeps none. */
async function monthsOf({ database: { knex, dialect } }: World): Promise<string[] | null> {
  if (dialect.name === 'sqlite') return null
  const [rows] = await knex.raw(
    "select partition_name as name from information_schema.partitions where table_schema = database() and table_name = 'audit_logs' order by partition_ordinal_position",
  )
  return rows.map((row: { name: string }) => row.name)
}

onEachDatabase('the months of the audit', (world) => {
  const kept = (months: string[]) => (world().database.dialect.name === 'sqlite' ? null : months)
  const make = (instant: string) => makeAuditMonths({ database: world().database, ...at(instant) })

  it('are there ahead, once, also when two processes make them', async () => {
    await make('2026-01-15T12:00:00Z')
    const four = ['m202601', 'm202602', 'm202603', 'm202604', 'later']
    expect(await monthsOf(world())).toEqual(kept(four))
    await make('2026-01-31T23:59:59Z')
    expect(await monthsOf(world())).toEqual(kept(four))
    await Promise.all([make('2026-02-01T00:00:00Z'), make('2026-02-01T00:00:00Z')])
    expect(await monthsOf(world())).toEqual(kept([...four.slice(0, 4), 'm202605', 'later']))
  })

  it('are made without gaps after a long pause, and keep what was written meanwhile', async () => {
    await writeRows(world(), 3, new Date('2026-07-02T00:00:00Z'))
    await make('2026-08-10T00:00:00Z')
    const eleven = Array.from({ length: 11 }, (_, index) => `m2026${String(index + 1).padStart(2, '0')}`)
    expect(await monthsOf(world())).toEqual(kept([...eleven, 'later']))
    expect(await world().database.knex('audit_logs').where('createdAt', new Date('2026-07-02T00:00:00Z'))).toHaveLength(3)
  })
})

onEachDatabase('the retention of the audit', (world) => {
  const ctx = (instant: string) => ({ ...ctxOf(world()), actor: { kind: 'system' as const }, ...at(instant) })
  const countBefore = async (instant: string) => {
    const rows = await world().database.knex('audit_logs').where('createdAt', '<', new Date(instant)).pluck('id')
    return rows.length
  }

  beforeAll(async () => {
    await makeAuditMonths(ctx('2026-01-10T00:00:00Z'))
    for (const month of ['01', '02', '03', '04']) await writeRows(world(), 10, new Date(`2026-${month}-10T00:00:00Z`))
  })

  it('lets no row go that is not sealed', async () => {
    expect(await retainAudit(ctx('2026-04-20T00:00:00Z'), { keepMonths: 1 })).toBeNull()
    expect(await countBefore('2026-05-01T00:00:00Z')).toBe(40)
  })

  it('lets whole months go, writes that to the audit, and is no fault', { timeout: 60_000 }, async () => {
    await sealAudit(ctx('2026-04-20T00:00:00Z'))
    const { head } = await verifyAudit(ctxOf(world()))
    const gone = await retainAudit(ctx('2026-04-20T00:00:00Z'), { keepMonths: 1 })
    expect(gone).toEqual({ before: '2026-03', lastSequence: 20 })
    expect(await countBefore('2026-03-01T00:00:00Z')).toBe(0)
    expect(await countBefore('2026-05-01T00:00:00Z')).toBe(21)
    const [record] = await world().database.knex('audit_logs').where({ action: 'retain' })
    expect(record).toMatchObject({ entityType: 'audit_logs', actorId: null })
    const kept = await verifyAudit(ctxOf(world()), head ? { head } : {})
    expect(kept).toMatchObject({ seals: 4, rows: 20, unsealed: 1, faults: [] })
    const months = world().database.dialect.name === 'sqlite' ? null : ['m202603', 'm202604', 'later']
    expect(await monthsOf(world())).toEqual(months)
  })

  it('does not excuse what went without it', { timeout: 60_000 }, async () => {
    const { knex } = world().database
    await sealAudit(ctx('2026-04-20T00:00:00Z'))
    await knex.raw('drop trigger audit_logs_kept')
    await knex('audit_logs').where('createdAt', '<', new Date('2026-04-01T00:00:00Z')).delete()
    const { faults } = await verifyAudit(ctxOf(world()))
    expect(faults).toEqual([{ kind: 'missing', seals: { first: 3, last: 3 }, sequences: { first: 21, last: 30 } }])
    // A later retention speaks for them.
    expect(await retainAudit(ctx('2026-05-20T00:00:00Z'), { keepMonths: 1 })).toBeNull()
    expect(await retainAudit(ctx('2026-06-20T00:00:00Z'), { keepMonths: 1 })).toMatchObject({ before: '2026-05' })
    expect((await verifyAudit(ctxOf(world()))).faults).toEqual([])
  })

  it('leaves the rules of the database as they were', async () => {
    const { knex } = world().database
    await knex.raw(
      world().database.dialect.trigger({
        name: 'audit_logs_kept',
        at: 'before delete',
        table: 'audit_logs',
        run: [world().database.dialect.sql.refuse('audit_logs_append_only')],
      }),
    )
    await writeRows(world(), 1, new Date('2026-05-10T00:00:00Z'))
    await sealAudit(ctx('2026-05-20T00:00:00Z'))
    await retainAudit(ctx('2026-07-20T00:00:00Z'), { keepMonths: 1 })
    await expect(knex('audit_logs').delete()).rejects.toThrow('append_only')
    await expect(knex('audit_logs').update({ ip: '' })).rejects.toThrow('append_only')
  })

  it('keeps one whole month at least', async () => {
    await expect(retainAudit(ctx('2026-04-20T00:00:00Z'), { keepMonths: 0 })).rejects.toThrow('one whole month')
  })
})
