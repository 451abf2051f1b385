import { isMigrated } from '@prologue/shared'
import type { FastifyPluginAsync } from 'fastify'
import type { HttpParts } from './createHttp.ts'

/** `/health`: the process is alive. `/ready`: its database answers and has this version's schema. */
export const healthRoutes: FastifyPluginAsync<HttpParts> = async (http, { database, logger }) => {
  http.get('/health', () => ({ status: 'alive' }))

  http.get('/ready', async (_request, reply) => {
    const ready = await isMigrated(database).catch((error: unknown) => {
      logger.warn({ err: error }, 'The database does not answer')
      return false
    })
    return reply.status(ready ? 200 : 503).send({ status: ready ? 'ready' : 'unavailable' })
  })
}
