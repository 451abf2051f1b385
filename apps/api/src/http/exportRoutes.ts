import { AppError, dataExportPath, idSchema } from '@prologue/contracts'
import { openDataExport } from '@prologue/shared'
import type { FastifyPluginAsync } from 'fastify'
import { addressOf } from './addressOf.ts'
import type { HttpParts } from './createHttp.ts'
import { readSession } from './readSession.ts'
import { sessionCookieName } from './sessionCookie.ts'

/** The archive of what somebody has, for whoever is signed in with the account that asked for it. */
export const exportRoutes: FastifyPluginAsync<HttpParts> = async (http, { env, contexts, database, services }) => {
  http.get<{ Params: { id: string } }>(dataExportPath(':id'), { exposeHeadRoute: false }, async (request, reply) => {
    const { data: id } = idSchema.safeParse(request.params.id)
    if (id === undefined) throw new AppError('NOT_FOUND')
    const { actor } = await readSession(database, request.cookies[sessionCookieName(services.publicUrl)])
    const userAgent = request.headers['user-agent']?.slice(0, 500) ?? null
    const ctx = contexts.of({ actor, requestId: request.id, ip: addressOf(request.raw, env.trustProxy), userAgent })
    const { file, bytes, name } = await openDataExport(ctx, { id })
    return reply
      .headers({
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="${name}"`,
        'content-length': bytes,
        'cache-control': 'no-store',
      })
      .send(file.createReadStream())
  })
}
