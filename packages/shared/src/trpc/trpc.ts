import { accountAbilitySchema, AppError, errorCatalogue, isOpen, toWireError, type Judged } from '@prologue/contracts'
import { initTRPC, TRPCError } from '@trpc/server'
import superjson from 'superjson'
import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { explain } from '../failures.ts'
import { addressKey, rateTable, refuseUnless, type Allowance, type RateName } from '../rates/index.ts'
import { authorize, signedIn, withAccount } from '../policies/index.ts'
import { sentenceOf } from '../sentenceOf.ts'

/** What a request adds: a way to hand the browser its session, and take it back; and to tell it what it may do still. */
export type RequestCtx = Ctx & {
  setSession: (token: string | null) => void
  showAllowance: (allowance: Allowance) => void
  /** Told of each call of a procedure once it has ended: how, as OK or the code of its error, and after how many seconds. */
  noteCall?: ((path: string, outcome: string, seconds: number) => void) | undefined
}

const t = initTRPC
  .context<RequestCtx>()
  .meta<Judged>()
  .create({
    transformer: superjson,
    errorFormatter: ({ shape, error, ctx }) => {
      const wire = toWireError(appErrorOf(error), ctx?.requestId)
      return { ...shape, message: wire.message, data: { httpStatus: errorCatalogue[wire.code].status, wire } }
    },
  })

/** The AppError behind what tRPC caught: ours, the input's, or the thrown value itself. */
function appErrorOf(error: TRPCError): unknown {
  if (error.cause instanceof z.ZodError && error.code === 'BAD_REQUEST') {
    const [issue] = error.cause.issues
    return new AppError('VALIDATION', issue && sentenceOf(issue))
  }
  if (error.cause instanceof AppError) return error.cause
  if (error.code === 'NOT_FOUND') return new AppError('NOT_FOUND')
  if (error.code === 'PAYLOAD_TOO_LARGE') return new AppError('TOO_LARGE')
  return error.code === 'INTERNAL_SERVER_ERROR' ? error.cause : new AppError('VALIDATION')
}

/** An error meant for people as tRPC carries it, or null for one that nobody expected. Its status is the catalogue's. */
export function toTrpcError(cause: unknown): TRPCError | null {
  if (!(cause instanceof AppError)) return null
  return new TRPCError({ code: 'BAD_REQUEST', message: cause.message, cause })
}

/** Every call, those that are refused before anything is done as well. */
const noted = t.middleware(async ({ ctx, path, next }) => {
  const began = performance.now()
  const result = await next()
  const outcome = result.ok ? 'OK' : toWireError(appErrorOf(result.error), ctx.requestId).code
  ctx.noteCall?.(path, outcome, (performance.now() - began) / 1000)
  return result
})

/** Turns what a use-case throws into the one error shape, and logs what nobody expected. */
const errors = t.middleware(async ({ ctx, path, next }) => {
  const result = await next()
  if (result.ok || result.error.code !== 'INTERNAL_SERVER_ERROR') return result
  const known = toTrpcError(explain(result.error.cause, ctx, { path }))
  if (known) throw known
  return result
})

export const router = t.router

/** The rates that are counted for whoever calls. */
type PlainRate = { [Name in RateName]: (typeof rateTable)[Name]['per'] extends 'account' ? never : Name }[RateName]

/** Counts a call as `rateTable` says. @throws AppError RATE_LIMITED */
export function limited(name: PlainRate) {
  const { per } = rateTable[name]
  return t.middleware(async ({ ctx, next }) => {
    const { actor } = ctx
    const key = per === 'actor' && actor.kind === 'user' ? actor.userId : addressKey(ctx.ip)
    const allowance = await ctx.services.rates.take(name, key)
    ctx.showAllowance(allowance)
    refuseUnless(allowance)
    return next()
  })
}

/**
 * Denies by default: what names nothing that judges it is refused to all, and what is not open needs somebody signed in. Which
 * rows they may touch is for the use-case to ask; what is about no row is asked here already.
 */
const judged = t.middleware(({ ctx, meta, next }) => {
  if (meta === undefined) throw new AppError('FORBIDDEN')
  if (!isOpen(meta)) signedIn(ctx.actor)
  if (meta.policy === 'with-account') withAccount(ctx.actor)
  const ofServer = accountAbilitySchema.safeParse(meta.policy)
  if (ofServer.success) authorize(ctx.actor, ofServer.data)
  return next()
})

/** Where every procedure begins; it says next what judges it. Each call of a batch is counted. */
export const procedure = t.procedure.use(noted).use(errors).use(limited('call')).use(judged)
