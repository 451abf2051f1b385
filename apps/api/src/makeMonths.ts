import { makeAuditMonths, openDatabase, type JobKind } from '@prologue/shared'
import type { Env } from './env.ts'

/** The months that the audit is going to be written to, made by the account that may change tables. */
export function makeMonths({ databaseOwnerUrl }: Pick<Env, 'databaseOwnerUrl'>): JobKind {
  return {
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
  }
}
