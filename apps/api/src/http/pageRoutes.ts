import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '@prologue/contracts'
import fastifyStatic from '@fastify/static'
import type { FastifyPluginAsync } from 'fastify'
import { landingPage } from './landingPage.ts'
import { templatePages, type TemplatePagesParts } from './templatePages.ts'

/** The build lays the page beside the program; run from source, its dev server serves it. */
export const builtPage = join(import.meta.dirname, 'web')

const machinePaths = ['/trpc', '/socket.io', '/api/', '/assets/', '/metrics']

/** The web app: hashed files are kept by browsers for good, every other path gets the page. */
export const pageRoutes: FastifyPluginAsync<TemplatePagesParts> = async (http, parts) => {
  const { root } = parts
  const isBuilt = existsSync(root)
  if (isBuilt) {
    await http.register(landingPage, parts)
    await http.register(templatePages, parts)
    await http.register(fastifyStatic, {
      root,
      cacheControl: false,
      // The build lays packed copies beside the files.
      preCompressed: true,
      setHeaders(reply, path) {
        const hashed = path.startsWith(join(root, 'assets'))
        reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  }
  http.setNotFoundHandler((request, reply) => {
    const forMachines = machinePaths.some((path) => request.url.startsWith(path))
    const reads = request.method === 'GET' || request.method === 'HEAD'
    if (!reads || forMachines || !isBuilt) throw new AppError('NOT_FOUND', 'There is nothing at this address.')
    return reply.sendFile('index.html')
  })
}
