import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { libraryOpening } from '@prologue/contracts'
import { getTemplatePreview } from '@prologue/shared'
import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import { answerPage } from './answerPage.ts'
import type { HttpParts } from './createHttp.ts'
import { writePageHead, type PageHead } from './pageHead.ts'
import { addOpening } from './pageOpening.ts'
import { addPreloads } from './pagePreloads.ts'

/** `root`: where the built page lies. */
export type TemplatePagesParts = Pick<HttpParts, 'contexts' | 'logger' | 'services'> & { root: string }

/** Seconds after which it is worth asking again. */
const retryAfter = 30

const library = {
  title: 'Library of system prompts',
  description:
    'System prompts to begin with: find one by words, category or tag, fill in its variables, copy it or make it yours. Each with its versions and what people think of it.',
}

/**
 * The pages of the library with a head of their own, for search engines and for programs that show a link. Whoever asks is told what
 * somebody who is not signed in may know, so the answer is the same for all; what they may not know is answered as what does not exist.
 */
export const templatePages: FastifyPluginAsync<TemplatePagesParts> = async (http, { contexts, logger, services, root }) => {
  const html = await readFile(join(root, 'index.html'), 'utf8')
  const libraryHtml = addOpening(addPreloads(html, root, 'src/pages/LibraryPage.tsx'), 'library', libraryOpening)
  const templateHtml = addPreloads(html, root, 'src/pages/TemplatePage.tsx')
  const urlOf = (path: string) => `${services.publicUrl}${path}`

  // Written anew each time: where people reach the server may be known only once it listens.
  const libraryHead = (): PageHead => ({ ...library, url: urlOf('/templates'), listed: true })
  http.get('/templates', (request, reply) => answerPage(request, reply, writePageHead(libraryHtml, libraryHead())))

  http.get<{ Params: { slug: string } }>('/templates/:slug', async (request, reply) => {
    const { slug } = request.params
    const anybody = contexts.of({ actor: { kind: 'anonymous' }, requestId: request.id, ip: null, userAgent: null })
    let preview: Awaited<ReturnType<typeof getTemplatePreview>>
    try {
      preview = await getTemplatePreview(anybody, { slug })
    } catch (error) {
      logger.warn({ err: error, requestId: request.id }, 'The head of a template’s page could not be written')
      return answerLater(reply, html)
    }
    if (!preview?.listed) void reply.header('x-robots-tag', 'noindex')
    if (!preview) return answerPage(request, reply, html)
    const head: PageHead = { ...preview, url: urlOf(`/templates/${preview.slug}`) }
    return answerPage(request, reply, writePageHead(templateHtml, head))
  })
}

/** The page says by itself what is wrong, and tries again; search engines come back later and drop nothing meanwhile. */
function answerLater(reply: FastifyReply, page: string) {
  void reply.headers({ 'cache-control': 'no-store', 'content-type': 'text/html; charset=utf-8', 'retry-after': retryAfter })
  return reply.status(503).send(page)
}
