import { copyFileSync, mkdtempSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSession } from '@prologue/shared'
import { buildTemplate, buildUser, ctxOf, onEachDatabase, onEachEngine, openWorld, type World } from '@prologue/shared/testing'
import Fastify from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeContexts } from '../makeContexts.ts'
import { portOf } from '../portOf.ts'
import { pageRoutes } from './pageRoutes.ts'
import { sessionCookieName } from './sessionCookie.ts'

const plain = join(import.meta.dirname, '../../../web/index.html')
const headersOf = ({ headers }: Response) => [...headers].filter(([name]) => name !== 'date')
const publicUrl = 'http://localhost:3000'

const logger = pino({ level: 'silent' })

/** Serves the page that is in a folder, with the heads of its templates. */
async function serve({ database, ...world }: World, root: string) {
  copyFileSync(plain, join(root, 'index.html'))
  const services = { ...world.services, publicUrl: '' }
  const http = Fastify()
  await http.register(pageRoutes, { root, logger, services, contexts: makeContexts({ database, services, logger }) })
  await http.listen({ port: 0, host: '127.0.0.1' })
  // As the server does, which learns its port so.
  services.publicUrl = publicUrl
  return { url: `http://127.0.0.1:${portOf(http.server)}`, close: () => http.close() }
}

onEachDatabase('the page of a template, as the server sends it', (world) => {
  const root = mkdtempSync(join(tmpdir(), 'prologue-page-'))
  let page: Awaited<ReturnType<typeof serve>> | undefined
  let url = ''

  beforeAll(async () => {
    page = await serve(world(), root)
    url = page.url
  })
  afterAll(async () => {
    await page?.close()
    await rm(root, { recursive: true })
  })

  async function open(slug: string, headers: Record<string, string> = {}) {
    const response = await fetch(`${url}/templates/${slug}`, { headers })
    const text = await response.text()
    const told = (name: string) => new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)" />`).exec(text)?.[1]
    return { response, text, told, title: /<title>(.*?)<\/title>/.exec(text)?.[1] }
  }

  it('tells of a public one its title, its description and its address', async () => {
    const { slug } = await buildTemplate(world(), { title: 'A shop window', description: 'Writes what is in the window.' })
    const { response, told, title, text } = await open(slug)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(title).toBe('A shop window · Prologue')
    expect(text).toContain(`<link rel="canonical" href="${publicUrl}/templates/${slug}" />`)
    expect({
      description: told('description'),
      ogTitle: told('og:title'),
      ogDescription: told('og:description'),
      ogUrl: told('og:url'),
      card: told('twitter:card'),
      robots: told('robots'),
    }).toEqual({
      description: 'Writes what is in the window.',
      ogTitle: 'A shop window',
      ogDescription: 'Writes what is in the window.',
      ogUrl: `${publicUrl}/templates/${slug}`,
      card: 'summary',
      robots: undefined,
    })
    expect(response.headers.get('x-robots-tag')).toBeNull()
  })

  it('says how its text begins where it has no description', async () => {
    const { slug } = await buildTemplate(world(), { content: `You are a careful editor.\n\n${'Be brief. '.repeat(100)}` })
    expect((await open(slug)).told('description')).toMatch(/^You are a careful editor\. Be brief\. .*…$/)
  })

  it('holds as text what would end its element: a title of tags and quotes', async () => {
    const title = `</title><script>alert("x")</script> ' & $& <!--`
    const { slug } = await buildTemplate(world(), { title, description: `"><script src=//evil.example></script>` })
    const { text, told, title: shown } = await open(slug)
    expect(text.match(/<script/g)).toHaveLength(1)
    expect(text).not.toContain('<!--')
    expect(shown).toBe('&lt;/title&gt;&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &#39; &amp; $&amp; &lt;!-- · Prologue')
    expect(told('og:description')).toBe('&quot;&gt;&lt;script src=//evil.example&gt;&lt;/script&gt;')
  })

  it('tells of an unlisted one what it is, and search engines to leave it out', async () => {
    const { slug } = await buildTemplate(world(), { title: 'For those with the link', visibility: 'unlisted' })
    const { response, told, title } = await open(slug)
    expect([title, told('robots'), response.headers.get('x-robots-tag')]).toEqual([
      'For those with the link · Prologue',
      'noindex',
      'noindex',
    ])
  })

  it('tells nothing of private, deleted and hidden ones: each answer is that of what never was', async () => {
    const never = await open('never-was')
    expect(never.text).toBe(readFileSync(plain, 'utf8'))
    expect(never.response.status).toBe(200)
    const set = (id: string, values: object) => world().database.knex('templates').where({ id }).update(values)
    const hidden = await buildTemplate(world(), { visibility: 'private', title: 'A secret' })
    const deleted = await buildTemplate(world(), { title: 'A secret' })
    await set(deleted.id, { deletedAt: new Date() })
    const gone = await buildTemplate(world(), { title: 'A secret' })
    await world().database.knex('users').where({ id: gone.owner.id }).update({ deletedAt: new Date() })
    for (const { slug } of [hidden, deleted, gone]) {
      const { response, text } = await open(slug)
      expect([text, response.status, headersOf(response)]).toEqual([never.text, 200, headersOf(never.response)])
    }
  })

  it('is the same for who owns a private one: what is sent is kept for everybody', async () => {
    const { slug, owner } = await buildTemplate(world(), { visibility: 'private', title: 'A secret' })
    const { id: token } = await openSession(ctxOf(world()), owner.id)
    const { text } = await open(slug, { cookie: `${sessionCookieName(publicUrl)}=${token}` })
    expect(text).toBe(readFileSync(plain, 'utf8'))
  })

  it('is asked for again each time, and sent anew once it changed', async () => {
    const { id, slug } = await buildTemplate(world(), { title: 'Before' })
    const { response } = await open(slug)
    const etag = response.headers.get('etag') ?? ''
    expect([response.headers.get('cache-control'), etag.length > 20]).toEqual(['no-cache', true])
    // A proxy that packs the page weakens its tag.
    for (const held of [etag, `W/${etag}`]) {
      const again = await open(slug, { 'if-none-match': held })
      expect([again.response.status, again.text]).toEqual([304, ''])
    }
    await world().database.knex('templates').where({ id }).update({ visibility: 'private' })
    const after = await open(slug, { 'if-none-match': etag })
    expect([after.response.status, after.text.includes('Before')]).toEqual([200, false])
  })

  it('of addresses that are none is the plain page', async () => {
    for (const slug of ['A', 'a%20b', 'a--b', '%3Cscript%3E', 'x'.repeat(3_000)]) {
      const { response, text } = await open(slug)
      expect([slug, response.status, text]).toEqual([slug, 200, readFileSync(plain, 'utf8')])
    }
  })

  it('beside it the library has a head of its own, whatever is looked for in it', async () => {
    const response = await fetch(`${url}/templates?q=%22%3E%3Cscript%3E`)
    const text = await response.text()
    expect(text).toContain('<title>Library of system prompts · Prologue</title>')
    expect(text).toContain(`<link rel="canonical" href="${publicUrl}/templates" />`)
    expect(text.match(/<script/g)).toHaveLength(1)
    // Any other address has the page as it is.
    expect(await (await fetch(`${url}/c/somewhere`)).text()).toBe(readFileSync(plain, 'utf8'))
  })

  it('is sent without a body to who asks for its head alone', async () => {
    const { slug } = await buildTemplate(world(), { owner: await buildUser(world()) })
    const response = await fetch(`${url}/templates/${slug}`, { method: 'HEAD' })
    expect([response.status, await response.text()]).toEqual([200, ''])
  })
})

onEachEngine('the page of a template whose database is away', (databaseUrl) => {
  const root = mkdtempSync(join(tmpdir(), 'prologue-page-'))
  afterAll(() => rm(root, { recursive: true }))

  it('is the plain page, to be asked for later: search engines are not told to drop it', async () => {
    const world = await openWorld(databaseUrl())
    const { slug } = await buildTemplate(world, { title: 'A shop window' })
    const page = await serve(world, root)
    try {
      const address = `${page.url}/templates/${slug}`
      expect((await fetch(address)).status).toBe(200)
      await world.close()
      const response = await fetch(address)
      expect([response.status, await response.text()]).toEqual([503, readFileSync(plain, 'utf8')])
      const told = ['x-robots-tag', 'retry-after', 'etag', 'cache-control'].map((name) => response.headers.get(name))
      expect(told).toEqual([null, '30', null, 'no-store'])
    } finally {
      await page.close()
    }
  })
})
