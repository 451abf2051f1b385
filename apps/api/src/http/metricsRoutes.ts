import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyPluginAsync } from 'fastify'
import type { HttpParts } from './createHttp.ts'

/**
 * `/metrics` for Prometheus, to whoever sends the token that the operator has set. Without one there are none: what is asked, how
 * often and of which models is nobody else's, and the page stands on the same port.
 */
export const metricsRoutes: FastifyPluginAsync<HttpParts> = async (http, { env, metrics }) => {
  const { metricsToken } = env
  if (metricsToken === null) return
  const expected = digest(`Bearer ${metricsToken}`)
  http.get('/metrics', async (request, reply) => {
    const isKnown = timingSafeEqual(digest(request.headers.authorization ?? ''), expected)
    if (!isKnown) return reply.callNotFound()
    const text = await metrics.read()
    return reply.header('cache-control', 'no-store').type(metrics.contentType).send(text)
  })
}

const digest = (text: string) => createHash('sha256').update(text).digest()
