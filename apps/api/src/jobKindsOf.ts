import { jobKinds, makeAuditMonths, openDatabase, retainAuditAsSet, type Database, type JobKinds } from '@prologue/shared'
import type { Env } from './env.ts'

type Owner = Pick<Env, 'databaseOwnerUrl'>

/** All that a server does by itself; the months of the audit are made, and let go, by the account that may change tables. */
export function jobKindsOf(env: Owner): JobKinds {
  return {
    ...jobKinds,
    'make-months': {
      schedule: '0 2 * * *',
      run: ({ now }) =>
        asOwner(env, async (database) => {
          await makeAuditMonths({ database, now })
          return {}
        }),
    },
    'retain-audit': {
      schedule: '35 2 * * *',
      run: (ctx) =>
        asOwner(env, async (database) => {
          const first = await retainAuditAsSet({ ...ctx, database, db: database.knex })
          return first === null ? {} : { 'is the first month kept': first }
        }),
    },
  }
}

async function asOwner<T>({ databaseOwnerUrl }: Owner, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(databaseOwnerUrl)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}
