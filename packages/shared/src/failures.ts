import { AppError } from '@prologue/contracts'
import type { Logger } from './context.ts'
import { translateError, type Database } from './database/index.ts'

/**
 * What to tell people of anything thrown: an AppError, or what nobody expected as it is. What lies behind is logged, with
 * `where` it happened.
 */
export function explain(error: unknown, { database, logger }: { database: Database; logger: Logger }, where: object): unknown {
  const known = translateError(database.dialect, error)
  if (!(known instanceof AppError)) logger.error({ err: error, ...where }, 'Something failed unexpectedly')
  else if (known.cause !== undefined) logger.warn({ err: known.cause, code: known.code, ...where }, 'The database refused')
  return known
}
