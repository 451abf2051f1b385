import { AppError, toWireError } from '@prologue/contracts'
import { initTRPC, TRPCError, type TRPC_ERROR_CODE_KEY } from '@trpc/server'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import superjson from 'superjson'
import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { explain } from '../failures.ts'
import { signedIn } from '../policies/index.ts'

/** What a request adds: a way to hand the browser its session, and take it back. */
export type RequestCtx = Ctx & { setSession: (token: string | null) => void }

const t = initTRPC.context<RequestCtx>().create({
  transformer: superjson,
  errorFormatter: ({ shape, error, ctx }) => {
    const wire = toWireError(appErrorOf(error), ctx?.requestId)
    return { ...shape, message: wire.message, data: { code: shape.data.code, httpStatus: shape.data.httpStatus, wire } }
  },
})

/** The AppError behind what tRPC caught: ours, the input's, or the thrown value itself. */
function appErrorOf(error: TRPCError): unknown {
  if (error.cause instanceof z.ZodError && error.code === 'BAD_REQUEST') {
    const [issue] = error.cause.issues
    return new AppError('VALIDATION', issue && issue.code !== 'invalid_type' ? issue.message : undefined)
  }
  if (error.cause instanceof AppError) return error.cause
  if (error.code === 'NOT_FOUND') return new AppError('NOT_FOUND')
  if (error.code === 'PAYLOAD_TOO_LARGE') return new AppError('TOO_LARGE')
  return error.code === 'INTERNAL_SERVER_ERROR' ? error.cause : new AppError('VALIDATION')
}

const trpcCodes: Partial<Record<AppError['code'], TRPC_ERROR_CODE_KEY>> = {
  UNAUTHENTICATED: 'UNAUTHORIZED',
  FORBIDDEN: 'FORBIDDEN',
  CONFIRM_IDENTITY: 'FORBIDDEN',
  NOT_FOUND: 'NOT_FOUND',
  VALIDATION: 'BAD_REQUEST',
  BAD_UPDATE: 'BAD_REQUEST',
  CONFLICT: 'CONFLICT',
  ROOM_FULL: 'CONFLICT',
  TOO_LARGE: 'PAYLOAD_TOO_LARGE',
  RATE_LIMITED: 'TOO_MANY_REQUESTS',
  LOCKED: 'FORBIDDEN',
  DB_UNAVAILABLE: 'SERVICE_UNAVAILABLE',
  STORAGE_FULL: 'SERVICE_UNAVAILABLE',
  PROVIDER_FAILED: 'BAD_GATEWAY',
  CANCELLED: 'CLIENT_CLOSED_REQUEST',
}

/** What tRPC answers for an error meant for people, or null for one that nobody expected. */
export function toTrpcError(cause: unknown): TRPCError | null {
  if (!(cause instanceof AppError)) return null
  return new TRPCError({ code: trpcCodes[cause.code] ?? 'INTERNAL_SERVER_ERROR', message: cause.message, cause })
}

/** Turns what a use-case throws into the one error shape, and logs what nobody expected. */
const errors = t.middleware(async ({ ctx, path, next }) => {
  const result = await next()
  if (result.ok || result.error.code !== 'INTERNAL_SERVER_ERROR') return result
  const known = toTrpcError(explain(result.error.cause, ctx, { path, requestId: ctx.requestId }))
  if (known) throw known
  return result
})

export const router = t.router

/** Open to everybody, signed in or not. */
export const publicProcedure = t.procedure.use(errors)

/** Needs somebody signed in; which data they may touch is for the use-case to judge. */
export const procedure = publicProcedure.use(({ ctx, next }) => {
  signedIn(ctx.actor)
  return next()
})

/** At most `points` calls in `seconds` from one address; without an address all callers share them. */
export function limited(points: number, seconds: number) {
  const limiter = new RateLimiterMemory({ points, duration: seconds })
  return t.middleware(async ({ ctx, next }) => {
    try {
      await limiter.consume(ctx.ip ?? 'unknown')
    } catch {
      throw new AppError('RATE_LIMITED')
    }
    return next()
  })
}
