import { jobKinds, makeAuditMonths, openDatabase, type JobKinds } from '@prologue/shared'
import type { Env } from './env.ts'

/** All that a server does by itself; the months of the audit are made by the account that may change tables. */
export function jobKindsOf({ databaseOwnerUrl }: Pick<Env, 'databaseOwnerUrl'>): JobKinds {
  return {
    ...jobKinds,
    'make-months': {
      schedule: '0 2 * * *',
      async run({ now }) {
        const database = await openDatabase(databaseOwnerUrl)
        try {
          await makeAuditMonths({ database, now })
          return {}
        } finally {
          await database.close()
        }
      },
    },
  }
}
