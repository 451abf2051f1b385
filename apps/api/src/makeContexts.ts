import type { Actor, Ctx, Database, Services } from '@prologue/shared'
import type { Logger } from 'pino'

type Caller = { actor: Actor; requestId: string; ip: string | null; userAgent: string | null }

export type Contexts = ReturnType<typeof makeContexts>

/** Builds the explicit first argument of every operation from who calls it. */
export function makeContexts({ database, services, logger }: { database: Database; services: Services; logger: Logger }) {
  const of = (caller: Caller): Ctx => ({
    ...caller,
    // Whatever is logged on the way tells which request, socket or job it was.
    logger: logger.child({ requestId: caller.requestId }),
    now: () => new Date(),
    services,
    database,
    db: database.knex,
    afterCommit: (work) => work(),
  })
  return {
    of,
    /** For what the process does by itself. */
    system: (requestId: string): Ctx => of({ actor: { kind: 'system' }, requestId, ip: null, userAgent: null }),
  }
}
