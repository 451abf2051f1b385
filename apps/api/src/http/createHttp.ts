import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import { errorCatalogue, limits, toWireError, AppError } from '@prologue/contracts'
import { explain, type Database, type Services } from '@prologue/shared'
import Fastify, { LogController, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import type { Env } from '../env.ts'
import type { Contexts } from '../makeContexts.ts'
import type { Metrics } from '../metrics/makeMetrics.ts'
import { exportRoutes } from './exportRoutes.ts'
import { healthRoutes } from './healthRoutes.ts'
import { metricsRoutes } from './metricsRoutes.ts'
import { isSameOrigin } from './origins.ts'
import { builtPage, pageRoutes } from './pageRoutes.ts'
import { readOn } from './readOn.ts'
import { refuseUnread } from './refuseUnread.ts'
import { trpcRoutes } from './trpcRoutes.ts'

export type HttpParts = { env: Env; logger: Logger; contexts: Contexts; services: Services; database: Database; metrics: Metrics }

export type Http = Awaited<ReturnType<typeof createHttp>>

/** How long a request may take to arrive, in milliseconds. */
const requestTimeout = 60_000

/** The HTTP side of the process, ready to listen. */
export async function createHttp(parts: HttpParts) {
  const { env, logger, services } = parts
  const answerFailure = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const wire = toWireError(refusalOf(error) ?? explain(error, parts, { requestId: request.id }), request.id)
    return reply.status(errorCatalogue[wire.code].status).send({ error: wire })
  }
  const http = Fastify({
    loggerInstance: logger,
    // Addresses can hold tokens; what fails is logged where it fails.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: limits.requestBytes,
    http: { maxHeaderSize: limits.headerBytes },
    requestTimeout,
    clientErrorHandler: refuseUnread,
    genReqId: () => crypto.randomUUID(),
    // A batch names all its procedures in the path; tRPC says when they are too many.
    routerOptions: { maxParamLength: limits.headerBytes },
    // Before any hook: an address that is none, which Fastify would repeat with all that stands in it.
    frameworkErrors: (error, request, reply) => {
      void reply.headers({ 'x-request-id': request.id, 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
      return answerFailure(error, request, reply)
    },
  })

  await http.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        // The editor adds its styles while it runs.
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:'],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
    // A secure address is the operator's to keep; on localhost there is none.
    strictTransportSecurity: env.publicUrl?.startsWith('https:') ? { includeSubDomains: false } : false,
  })
  await http.register(cookie)
  http.removeContentTypeParser('text/plain')

  http.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id)
    if (request.url.startsWith('/s/')) void reply.header('x-robots-tag', 'noindex')
    if (request.method === 'GET' || request.method === 'HEAD') return
    if (!isSameOrigin(request, services.publicUrl))
      throw new AppError('FORBIDDEN', 'This request did not come from this server’s own page.')
  })
  http.setErrorHandler(async (error, request, reply) => {
    // Its answer closes the line, on which the client may still be writing.
    if (refusalOf(error)?.code === 'TOO_LARGE') await readOn(request.raw)
    return answerFailure(error, request, reply)
  })

  await http.register(healthRoutes, parts)
  await http.register(metricsRoutes, parts)
  await http.register(trpcRoutes, parts)
  await http.register(exportRoutes, parts)
  await http.register(pageRoutes, { ...parts, root: builtPage })
  return http
}

/** Fastify's own refusals in our words; null for anything else. */
function refusalOf(error: unknown): AppError | null {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined
  if (typeof status !== 'number' || status >= 500) return null
  return new AppError(status === 413 ? 'TOO_LARGE' : 'VALIDATION')
}
