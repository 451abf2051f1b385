import { jobKinds } from '@prologue/shared'
import { ctxOf, onEachEngine, openWorld, type World } from '@prologue/shared/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { jobKindsOf } from './jobKindsOf.ts'

/** The names of the months the database keeps apart; none where it keeps none. */
async function monthsOf({ database: { knex, dialect } }: World): Promise<string[]> {
  if (dialect.name === 'sqlite') return []
  const [rows] = await knex.raw(
    "select partition_name as name from information_schema.partitions where table_schema = database() and table_name = 'audit_logs'",
  )
  return rows.map(({ name }: { name: string }) => name)
}

onEachEngine('what a server does by itself', (url) => {
  let world: World
  beforeAll(async () => {
    world = await openWorld(url())
  })
  afterAll(() => world.close())
  const ctx = () => ({ ...ctxOf(world), now: () => new Date('2031-05-01T00:00:00Z') })

  it('is all that every server does, and the months of the audit by the account that may change tables', async () => {
    const kinds = jobKindsOf({ databaseOwnerUrl: url() })
    expect(Object.keys(kinds)).toEqual([...Object.keys(jobKinds), 'make-months', 'retain-audit'])
    const before = await monthsOf(world)
    expect(await kinds['make-months']?.run(ctx())).toEqual({})
    const made = (await monthsOf(world)).filter((name) => !before.includes(name))
    const ahead = world.database.dialect.name === 'sqlite' ? [] : ['m203105', 'm203106', 'm203107', 'm203108']
    expect(made.slice(-4)).toEqual(ahead)
  })
})
