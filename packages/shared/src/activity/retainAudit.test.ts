import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { insertRows } from '../database/index.ts'
import { saveSettings } from '../settings/index.ts'
import { buildUser, ctxOf, onEachDatabase, type World } from '../testing/index.ts'
import { makeAuditMonths, retainAudit, retainAuditAsSet, sealAudit, verifyAudit } from './index.ts'

const at = (instant: string) => ({ now: () => new Date(instant) })

async function writeRows({ database }: World, count: number, createdAt: Date): Promise<void> {
  const rows = Array.from({ length: count }, () => ({
    id: randomUUID(),
    action: 'sign-in-refused',
    entityType: 'users',
    requestId: 'a test',
    createdAt,
  }))
  await database.knex.transaction((trx) => insertRows({ db: trx, database }, 'audit_logs', rows))
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
    expect(await countBefore('2026-05-01T00:00:00Z')).toBe(22)
    const records = await world().database.knex('audit_logs').where({ action: 'retain' })
    expect(records).toMatchObject([
      { entityType: 'audit_logs', actorId: null },
      { entityType: 'audit_logs', actorId: null },
    ])
    const kept = await verifyAudit(ctx('2026-04-20T00:00:00Z'), head ? { head } : {})
    const retention = { ...gone, at: new Date('2026-04-20T00:00:00Z') }
    expect(kept).toMatchObject({ seals: 4, rows: 20, unsealed: 2, retention, faults: [] })
    const months = world().database.dialect.name === 'sqlite' ? null : ['m202603', 'm202604', 'later']
    expect(await monthsOf(world())).toEqual(months)
  })

  it('does not excuse what went without it', { timeout: 60_000 }, async () => {
    const { knex } = world().database
    await sealAudit(ctx('2026-04-20T00:00:00Z'))
    await knex.raw('drop trigger audit_logs_kept')
    await knex('audit_logs').where('createdAt', '<', new Date('2026-04-01T00:00:00Z')).delete()
    const { faults } = await verifyAudit(ctx('2026-04-20T00:00:00Z'))
    expect(faults).toEqual([{ kind: 'missing', seals: { first: 3, last: 3 }, sequences: { first: 21, last: 30 } }])
    // A later retention speaks for them.
    expect(await retainAudit(ctx('2026-05-20T00:00:00Z'), { keepMonths: 1 })).toBeNull()
    expect(await retainAudit(ctx('2026-06-20T00:00:00Z'), { keepMonths: 1 })).toMatchObject({ before: '2026-05' })
    expect((await verifyAudit(ctx('2026-06-20T00:00:00Z'))).faults).toEqual([])
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

onEachDatabase('the audit that is kept as the settings say', (world) => {
  const ctx = (instant: string) => ({ ...ctxOf(world()), actor: { kind: 'system' as const }, ...at(instant) })

  it('stays until somebody sets a time, and then no day of it goes early', { timeout: 60_000 }, async () => {
    await makeAuditMonths(ctx('2026-01-10T00:00:00Z'))
    for (const month of ['01', '02', '03']) await writeRows(world(), 10, new Date(`2026-${month}-10T00:00:00Z`))
    const admin = ctxOf(world(), await buildUser(world(), { role: 'admin' }))
    await sealAudit(ctx('2026-04-01T00:00:00Z'))
    expect(await retainAuditAsSet(ctx('2026-04-20T00:00:00Z'))).toBeNull()
    await saveSettings(admin, { auditDays: 60 })
    // Sixty days before it is still in January.
    expect(await retainAuditAsSet(ctx('2026-04-01T00:00:00Z'))).toBeNull()
    expect(await retainAuditAsSet(ctx('2026-04-02T00:00:00Z'))).toBe('2026-02')
    expect(await retainAuditAsSet(ctx('2026-04-20T00:00:00Z'))).toBeNull()
    expect(await verifyAudit(ctx('2026-04-20T00:00:00Z'))).toMatchObject({ faults: [] })
    // The shortest time there is keeps a month, also on the last day of one.
    await saveSettings(admin, { auditDays: 31 })
    expect(await retainAuditAsSet(ctx('2026-03-31T23:59:59Z'))).toBeNull()
    expect(await retainAuditAsSet(ctx('2026-05-31T00:00:00Z'))).toBe('2026-04')
  })
})

onEachDatabase('a retention that is not to be believed', (world) => {
  const ctx = (instant: string) => ({ ...ctxOf(world()), actor: { kind: 'system' as const }, ...at(instant) })
  const april = '2026-04-20T00:00:00Z'

  beforeAll(async () => {
    await makeAuditMonths(ctx('2026-01-10T00:00:00Z'))
    for (const month of ['01', '02', '03', '04']) await writeRows(world(), 10, new Date(`2026-${month}-10T00:00:00Z`))
    await sealAudit(ctx(april))
  })

  it('is one that fails; what goes after it is a fault, and a later one works', { timeout: 60_000 }, async () => {
    const allow = await blockDrop(world())
    await expect(retainAudit(ctx(april), { keepMonths: 2 })).rejects.toThrow(/lock wait timeout|planted/i)
    await allow()
    expect(await verifyAudit(ctx(april))).toMatchObject({ rows: 40, retention: null, faults: [] })

    const { knex } = world().database
    const [kept] = await knex('audit_logs').where({ sequence: 5 }).select()
    await withoutGuard(world(), () => knex('audit_logs').where({ sequence: 5 }).delete())
    expect((await verifyAudit(ctx(april))).faults).toMatchObject([{ kind: 'missing', seals: { first: 1, last: 1 } }])
    await knex('audit_logs').insert(kept)

    expect(await retainAudit(ctx(april), { keepMonths: 2 })).toEqual({ before: '2026-02', lastSequence: 10 })
    expect(await verifyAudit(ctx(april))).toMatchObject({ rows: 30, retention: { before: '2026-02' }, faults: [] })
  })

  it('is written down as done by the next where the process ended in between', async () => {
    const { knex } = world().database
    await insertRecord(world(), { before: '2026-03', lastSequence: 20, stage: 'begun' }, april)
    await withoutGuard(world(), () => knex('audit_logs').whereBetween('sequence', [11, 20]).delete())
    expect((await verifyAudit(ctx(april))).faults).toMatchObject([{ kind: 'missing', seals: { first: 2, last: 2 } }])
    expect(await retainAudit(ctx(april), { keepMonths: 2 })).toBeNull()
    expect(await verifyAudit(ctx(april))).toMatchObject({ retention: { before: '2026-03', lastSequence: 20 }, faults: [] })
  })

  it('is one that cannot have happened: of months to come, of rows not sealed, or in a time to come', async () => {
    const { knex } = world().database
    const { head } = await verifyAudit(ctx(april))
    await withoutGuard(world(), () => knex('audit_logs').whereBetween('sequence', [1, 40]).delete())
    const missing = [{ kind: 'missing', seals: { first: 3, last: 4 }, sequences: { first: 21, last: 40 } }]
    const done = { stage: 'done', before: '2027-01', lastSequence: 99_999 }
    for (const [forged, instant] of [
      [done, april],
      [{ ...done, lastSequence: 40 }, april],
      [{ ...done, before: '2026-04' }, '2026-05-20T00:00:00Z'],
      [{ ...done, lastSequence: 40 }, '2027-02-20T00:00:00Z'],
      [{ ...done, before: '9' }, april],
    ] as const) {
      await insertRecord(world(), forged, instant)
      const { faults, retention } = await verifyAudit(ctx('2026-05-20T00:00:00Z'), head ? { head } : {})
      expect(faults, JSON.stringify(forged)).toEqual(missing)
      // The one before it goes on to be believed.
      expect(retention).toEqual({ before: '2026-03', lastSequence: 20, at: new Date(april) })
    }
  })
})

/** A row as retention writes it. */
async function insertRecord({ database }: World, metadata: object, instant: string): Promise<void> {
  const about = { action: 'retain', entityType: 'audit_logs', requestId: 'a test' }
  const row = { ...about, id: randomUUID(), metadata: JSON.stringify(metadata), createdAt: new Date(instant) }
  await database.knex('audit_logs').insert(row)
}

/** Lets no month go until what it answers is called. */
async function blockDrop({ database: { knex, dialect } }: World): Promise<() => Promise<unknown>> {
  if (dialect.name === 'sqlite') {
    await knex.raw("create trigger planted after delete on audit_logs begin select raise(abort, 'planted'); end")
    return () => knex.raw('drop trigger planted')
  }
  const reading = await knex.transaction()
  await reading('audit_logs').first('id')
  return () => reading.rollback()
}

/** What somebody can do who owns the database. */
async function withoutGuard({ database: { knex, dialect } }: World, work: () => PromiseLike<unknown>): Promise<void> {
  await knex.raw('drop trigger audit_logs_kept')
  await work()
  const run = [dialect.sql.refuse('audit_logs_append_only')]
  await knex.raw(dialect.trigger({ name: 'audit_logs_kept', at: 'before delete', table: 'audit_logs', run }))
}
