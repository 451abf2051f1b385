import { AppError, limits } from '@prologue/contracts'
import { appRouter, explain, toTrpcError, type Allowance, type RequestCtx } from '@prologue/shared'
import { fastifyTRPCPlugin, type CreateFastifyContextOptions, type FastifyTRPCPluginOptions } from '@trpc/server/adapters/fastify'
import type { FastifyPluginAsync } from 'fastify'
import type { HttpParts } from './createHttp.ts'
import { addressOf } from './addressOf.ts'
import { makeAllowances } from './makeAllowances.ts'
import { readSession } from './readSession.ts'
import { sessionCookieName, sessionCookieOptions } from './sessionCookie.ts'

/** The API at `/trpc`: JSON only, as a form of another site could not send it. */
export const trpcRoutes: FastifyPluginAsync<HttpParts> = async (http, { env, contexts, database, logger, services, metrics }) => {
  async function createContext({ req, res }: CreateFastifyContextOptions): Promise<RequestCtx> {
    const name = sessionCookieName(services.publicUrl)
    const setSession = (token: string | null) => {
      const options = sessionCookieOptions(services.publicUrl)
      void (token === null ? res.clearCookie(name, options) : res.setCookie(name, token, options))
    }
    const token = req.cookies[name]
    const { actor, renewed } = await readSession(database, token).catch((error: unknown) => {
      const known = explain(error, { database, logger }, { requestId: req.id })
      throw toTrpcError(known) ?? known
    })
    if (renewed && token) setSession(token)
    const userAgent = req.headers['user-agent']?.slice(0, 500) ?? null
    const headersAfter = makeAllowances()
    const showAllowance = (allowance: Allowance) => void res.headers(headersAfter(allowance))
    return {
      ...contexts.of({ actor, requestId: req.id, ip: addressOf(req.raw, env.trustProxy), userAgent }),
      setSession,
      showAllowance,
      noteCall: (...call) => metrics.noteCall(...call),
    }
  }

  http.addHook('onRequest', async (_request, reply) => {
    // Answers are somebody's own.
    void reply.header('cache-control', 'no-store')
  })
  http.addHook('preHandler', async (request) => {
    const type = request.headers['content-type'] ?? ''
    if (request.method !== 'GET' && !/^application\/json\s*(;|$)/i.test(type)) {
      throw new AppError('VALIDATION', 'Requests are sent as application/json.')
    }
  })
  const options: FastifyTRPCPluginOptions<typeof appRouter>['trpcOptions'] = {
    router: appRouter,
    createContext,
    maxBatchSize: limits.batch,
    responseMeta: ({ errors }) => ({ headers: retryAfter(errors) }),
  }
  await http.register(fastifyTRPCPlugin, { prefix: '/trpc', trpcOptions: options })
  http.removeContentTypeParser('multipart/form-data')
}

/** How long to wait before all of a batch may go well. */
function retryAfter(errors: Pick<Error, 'cause'>[]): Record<string, string> {
  const seconds = errors.map(({ cause }) => (cause instanceof AppError ? (cause.retryAfter ?? 0) : 0))
  const longest = Math.max(0, ...seconds)
  return longest > 0 ? { 'retry-after': String(longest) } : {}
}
