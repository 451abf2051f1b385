import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { landingOpening } from '@prologue/contracts'
import type { Services } from '@prologue/shared'
import type { FastifyPluginAsync } from 'fastify'
import { answerPage } from './answerPage.ts'
import { addOpening } from './pageOpening.ts'
import { sessionCookieName } from './sessionCookie.ts'

type LandingPageParts = { services: Pick<Services, 'publicUrl'>; root: string }

/** The page that people come to first. Whoever has no session reads its words at once; to the others the program shows their own. */
export const landingPage: FastifyPluginAsync<LandingPageParts> = async (http, { services, root }) => {
  const html = await readFile(join(root, 'index.html'), 'utf8')
  const landing = addOpening(html, 'landing', landingOpening)
  http.get('/', (request, reply) => {
    const hasSession = request.cookies[sessionCookieName(services.publicUrl)] !== undefined
    return answerPage(request, reply.header('vary', 'cookie'), hasSession ? html : landing)
  })
}
