import { join } from 'node:path'
import cookie from '@fastify/cookie'
import { landingOpening } from '@prologue/contracts'
import Fastify from 'fastify'
import { expect, it } from 'vitest'
import { landingPage } from './landingPage.ts'

it('opens with its words for whoever has no session, and for the others without', async () => {
  const http = Fastify()
  await http.register(cookie)
  await http.register(landingPage, {
    services: { publicUrl: 'http://localhost:3000' },
    root: join(import.meta.dirname, '../../../web'),
  })
  const open = (headers: Record<string, string>) => http.inject({ url: '/', headers })
  const landing = await open({})
  expect(landing.body).toContain(`<h1>${landingOpening.title}</h1><p>${landingOpening.lead}</p>`)
  expect(landing.headers).toMatchObject({ vary: 'cookie', 'cache-control': 'no-cache' })
  const desk = await open({ cookie: 'prologue=a-token' })
  expect(desk.body).toContain('id="opening"')
  expect(desk.body).not.toContain(landingOpening.title)
  expect(desk.headers['etag']).not.toBe(landing.headers['etag'])
  expect((await open({ 'if-none-match': landing.headers['etag'] ?? '' })).statusCode).toBe(304)
  await http.close()
})
