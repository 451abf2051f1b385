import { randomUUID } from 'node:crypto'
import { createDraftServer } from '@prologue/collab/server'
import { appRouter, createDraftStore } from '@prologue/shared'
import type { Actor, Ctx, Database, Logger } from '@prologue/shared'
import { makeServices } from '../makeServices.ts'

const nothing = () => {}
const tell = (fields: object, message: string) => console.error(message, fields)
const logger: Logger = { info: nothing, warn: tell, error: tell }

export type Caller = ReturnType<typeof appRouter.createCaller>

const callerOf = (ctx: Ctx) => appRouter.createCaller({ ...ctx, setSession: nothing, showAllowance: nothing })

/** Calls the application in the name of people, as a request would. */
export function makeCallers(database: Database) {
  const drafts = createDraftServer<never>({
    store: createDraftStore(database),
    access: () => Promise.reject(new Error('Nobody edits here')),
    logger,
  })
  const services = makeServices(drafts)
  const ctxFor = (actor: Actor): Ctx => ({
    actor,
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
  const ctxOf = (userId: string, role: 'admin' | 'user') =>
    ctxFor({ kind: 'user', userId, name: 'Somebody', role, sessionId: randomUUID(), confirmedAt: new Date() })
  return {
    ctxOf,
    callerFor: (userId: string, role: 'admin' | 'user' = 'user') => callerOf(ctxOf(userId, role)),
    /** Somebody who is not signed in. */
    anonymous: callerOf(ctxFor({ kind: 'anonymous' })),
    close: () => drafts.close(),
  }
}

export type Callers = ReturnType<typeof makeCallers>
