import { makeAuditMonths, migrate, openDatabase } from '@prologue/shared'
import type { Logger } from 'pino'
import type { Env } from './env.ts'

/**
 * Brings the schema up to date and makes the months ahead, by the account that may change tables.
 * @throws Error with a sentence for the operator where the database cannot be had or is not ours.
 */
export async function prepareDatabase({ databaseOwnerUrl }: Env, logger: Logger): Promise<void> {
  const database = await openDatabase(databaseOwnerUrl)
  try {
    const applied = await migrate(database)
    if (applied.length > 0) logger.info({ applied }, 'The database was migrated')
    await makeAuditMonths({ database, now: () => new Date() }).catch((error: unknown) => {
      // A backup under way holds the table. What has no month of its own yet is kept all the same, until the next start.
      logger.warn({ err: error }, 'The months of the audit could not be made')
    })
  } finally {
    await database.close()
  }
}
