import { setTimeout as wait } from 'node:timers/promises'
import type { UserRole } from '@prologue/contracts'
import type { Knex } from 'knex'
import { isTransient, translateError, type Database } from './database/index.ts'
import type { Services } from './services.ts'

/**
 * Who acts: a signed-in person, nobody yet, or the program itself. `confirmedAt` is when the person last proved that it is them.
 */
export type Actor =
  | { kind: 'user'; userId: string; name: string; role: UserRole; sessionId: string; confirmedAt: Date }
  | { kind: 'anonymous' }
  | { kind: 'system' }

export type Logger = {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** Everything an operation may know about its caller and use to do its work; the explicit first argument everywhere. */
export type Ctx = {
  actor: Actor
  requestId: string
  ip: string | null
  userAgent: string | null
  logger: Logger
  now: () => Date
  services: Services
  database: Database
  /** The open transaction, or the pool. */
  db: Knex
  /** Runs once what was written is committed; at once where no transaction is open. */
  afterCommit: (work: () => void) => void
}

const attempts = 5

/** Milliseconds that the first new attempt waits at most; each later one twice as long. */
const firstPause = 10

/**
 * Runs `work` in one transaction, within the one already open if there is one. Deadlocks are tried again.
 * @throws AppError for what the database refused.
 */
export async function withTransaction<T>(ctx: Ctx, work: (tx: Ctx) => Promise<T>): Promise<T> {
  if (ctx.db.isTransaction) return work(ctx)
  for (let attempt = 1; ; attempt++) {
    const afterwards: (() => void)[] = []
    let result: T
    try {
      result = await ctx.database.knex.transaction((trx) =>
        work({ ...ctx, db: trx, afterCommit: (later) => afterwards.push(later) }),
      )
    } catch (error) {
      if (attempt === attempts || !isTransient(ctx.database.dialect, error)) throw translateError(ctx.database.dialect, error)
      // By chance, so that two that were in each other's way do not meet again in step.
      await wait(Math.random() * firstPause * 2 ** (attempt - 1))
      continue
    }
    // From here on it is done, whatever becomes of the news of it.
    for (const later of afterwards) later()
    return result
  }
}

/** The context of work that begins when the transaction of this one, if there is any, has ended. */
export function outsideTransaction(ctx: Ctx): Ctx {
  return { ...ctx, db: ctx.database.knex, afterCommit: (work) => work() }
}
