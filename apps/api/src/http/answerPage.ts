import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Kept by browsers and asked for again each time: what is made private is told to nobody from then on. */
export function answerPage(request: FastifyRequest, reply: FastifyReply, page: string) {
  const tag = `"${createHash('sha256').update(page).digest('base64url')}"`
  void reply.headers({ 'cache-control': 'no-cache', etag: tag, 'content-type': 'text/html; charset=utf-8' })
  return request.headers['if-none-match']?.replace(/^W\//, '') === tag ? reply.status(304).send() : reply.send(page)
}
