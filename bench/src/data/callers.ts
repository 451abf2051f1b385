import { randomUUID } from 'node:crypto'
import { createDraftServer } from '@prologue/collab/server'
import { appRouter, createDraftStore } from '@prologue/shared'
import type { Ctx, Database, Logger } from '@prologue/shared'
import { makeServices } from '../makeServices.ts'

const nothing = () => {}
const tell = (fields: object, message: string) => console.error(message, fields)
const logger: Logger = { info: nothing, warn: tell, error: tell }

export type Caller = ReturnType<typeof appRouter.createCaller>

/** Calls the application in the name of people, as a request would. */
export function makeCallers(database: Database) {
  const drafts = createDraftServer<never>({
    store: createDraftStore(database),
    access: () => Promise.reject(new Error('Nobody edits here')),
    logger,
  })
  const services = makeServices(drafts)
  const ctxOf = (userId: string, role: 'admin' | 'user'): Ctx => ({
    actor: { kind: 'user', userId, name: 'Somebody', role, sessionId: randomUUID(), confirmedAt: new Date() },
    requestId: randomUUID(),
    ip: null,
    userAgent: null,
    logger,
    now: () => new Date(),
    services,
    database,
    db: database.knex,
    afterCommit: (work) => work(),
  })
  return {
    ctxOf,
    callerFor: (userId: string, role: 'admin' | 'user' = 'user') =>
      appRouter.createCaller({ ...ctxOf(userId, role), setSession: nothing, showAllowance: nothing }),
    close: () => drafts.close(),
  }
}

export type Callers = ReturnType<typeof makeCallers>
