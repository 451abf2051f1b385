import type { ProcessCtx } from '@prologue/shared'
import { openDatabase } from '@prologue/shared/database'
import { readEnv } from '../env.ts'
import { makeLogger } from '../logger.ts'

/** Does what a command asks for as the process itself, in the database that is served or in another one. */
export async function withProcess(work: (ctx: ProcessCtx) => Promise<void>, url = readEnv().databaseUrl): Promise<void> {
  const { logLevel } = readEnv()
  const database = await openDatabase(url)
  try {
    await work({
      actor: { kind: 'system' },
      requestId: 'command-line',
      ip: null,
      userAgent: null,
      logger: makeLogger(logLevel),
      now: () => new Date(),
      database,
      db: database.knex,
    })
  } finally {
    await database.close()
  }
}
