import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { makeOutbox, makeSecrets, type Mail, type Outbox } from '@prologue/shared'
import { onEachEngine, openWorld, type World } from '@prologue/shared/testing'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { keepLog } from '../testing/keepLog.ts'
import { openMailServer } from '../testing/mailServer.ts'
import { makeDelivery } from './makeDelivery.ts'
import { makeMails } from './makeMails.ts'
import { makeSender } from './makeSender.ts'

const from = 'Prologue <prologue@example.com>'
const mail: Mail = {
  to: 'ada@example.com',
  userId: null,
  subject: 'A subject',
  text: 'A body',
  html: '<p>A body</p>',
  link: 'A link',
}

/** Dies as by a power cut while it sends what is in the outbox. */
const program = `
  import { makeOutbox, makeSecrets } from ${JSON.stringify(import.meta.resolve('@prologue/shared'))}
  import { openDatabase } from ${JSON.stringify(import.meta.resolve('@prologue/shared/database'))}
  import { makeDelivery } from ${JSON.stringify(import.meta.resolve('./makeDelivery.ts'))}
  const [, url, key] = process.argv
  const database = await openDatabase(url)
  const outbox = makeOutbox({ database, secrets: makeSecrets(Buffer.from(key, 'hex')), now: () => new Date() })
  const logger = { info() {}, warn() {}, error() {} }
  const sender = { send: () => process.kill(process.pid, 'SIGKILL'), close() {} }
  makeDelivery({ outbox, sender, logger, leaseMs: 500 })
`

onEachEngine('mails', (url) => {
  const key = randomBytes(32)
  let world: World
  let outbox: Outbox
  const dieWithMail = () =>
    promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program, url(), key.toString('hex')])
  const rows = () => world.database.knex('mail_outbox').orderBy('createdAt')
  beforeAll(async () => {
    world = await openWorld(url())
  })
  afterAll(() => world.close())
  beforeEach(() => {
    outbox = makeOutbox({ database: world.database, secrets: makeSecrets(key), now: () => new Date() })
  })
  afterEach(() => world.database.knex('mail_outbox').delete())

  it('are tried again as often as there are waits, then they are lost, and the log has nothing of their body', async () => {
    const gone = await openMailServer()
    await gone.close()
    const log = keepLog()
    const mails = makeMails({ server: { url: gone.url, from }, outbox, logger: log.logger, waits: [10, 10] })
    mails.post(async () => mail)
    await vi.waitFor(() => expect(log.text()).toContain('is lost'))
    expect(log.text().match(/tried again/g)).toHaveLength(2)
    expect(log.text()).toContain('ECONNREFUSED')
    expect(log.text()).not.toMatch(/A body|A link|ada@example|mail-password/)
    await mails.close()
    expect(await rows()).toMatchObject([{ status: 'failed', attempts: 3, contentEncrypted: null }])
  })

  it('that the mail server refuses for good are not tried again', async () => {
    const server = await openMailServer()
    const log = keepLog()
    const wrong = { url: server.url.replace('mail-password', 'wrong'), from }
    const mails = makeMails({ server: wrong, outbox, logger: log.logger, waits: [10, 10] })
    mails.post(async () => mail)
    await vi.waitFor(() => expect(log.text()).toContain('is lost'))
    expect(log.text()).not.toContain('tried again')
    expect(log.text()).toContain('535')
    await mails.close()
    await server.close()
  })

  it('under way arrive before a stop, which takes no new ones', async () => {
    const server = await openMailServer()
    const log = keepLog()
    const mails = makeMails({ server: { url: server.url, from }, outbox, logger: log.logger })
    mails.post(async () => mail)
    await mails.close()
    expect(await server.received()).toHaveLength(1)
    mails.post(async () => mail)
    expect(log.text()).toContain('A mail was not written')
    await server.close()
  })

  it('that cannot be written stop nothing, and none is sent where there is none', async () => {
    const server = await openMailServer()
    const log = keepLog()
    const mails = makeMails({ server: { url: server.url, from }, outbox, logger: log.logger })
    mails.post(() => Promise.reject(new Error('The database is away')))
    mails.post(async () => null)
    mails.post(async () => mail)
    await mails.close()
    expect(await server.received()).toMatchObject([{ subject: 'A subject' }])
    expect(log.text()).toContain('A mail could not be written')
    await server.close()
  })

  it('wait in the database as nobody can read them, over a stop as well, and leave nothing of what they say', async () => {
    const gone = await openMailServer()
    await gone.close()
    const first = makeMails({ server: { url: gone.url, from }, outbox, logger: keepLog().logger, waits: [200] })
    first.post(async () => mail)
    await first.close()
    const [waiting] = await rows()
    expect(waiting).toMatchObject({ status: 'waiting', recipient: 'ada@example.com', subject: 'A subject' })
    expect(waiting?.contentEncrypted.length).toBeGreaterThan(30)
    expect(Buffer.from(waiting?.contentEncrypted).toString('latin1')).not.toMatch(/A body|A link/)

    const server = await openMailServer()
    const next = makeMails({ server: { url: server.url, from }, outbox, logger: keepLog().logger, waits: [200] })
    await vi.waitFor(async () => expect(await server.received()).toHaveLength(1))
    await vi.waitFor(async () => expect(await rows()).toMatchObject([{ status: 'sent', contentEncrypted: null, failure: null }]))
    expect((await server.received())[0]?.messageId).toBe(`<${waiting?.id}@example.com>`)
    await next.close()
    await server.close()
  })

  it('whose process is killed amid it are sent by another, once, and are not begun for ever', { timeout: 60_000 }, async () => {
    await outbox.add(mail)
    await expect(dieWithMail()).rejects.toMatchObject({ signal: 'SIGKILL' })
    expect(await rows()).toMatchObject([{ status: 'waiting', attempts: 1 }])
    const server = await openMailServer()
    const sender = makeSender({ url: server.url, from })
    const parts = { outbox, sender, logger: keepLog().logger, leaseMs: 500 }
    const next = makeDelivery(parts)
    await vi.waitFor(async () => expect(await rows()).toMatchObject([{ status: 'sent', attempts: 2 }]), { timeout: 10_000 })
    await next.close()
    expect(await server.received()).toHaveLength(1)

    await world.database.knex('mail_outbox').delete()
    await outbox.add(mail)
    await expect(dieWithMail()).rejects.toMatchObject({ signal: 'SIGKILL' })
    const last = makeDelivery({ ...parts, waits: [] })
    const failure = 'The server stopped each time while it was sent.'
    await vi.waitFor(async () => expect(await rows()).toMatchObject([{ status: 'failed', failure }]), { timeout: 10_000 })
    await last.close()
    expect(await server.received()).toHaveLength(1)
    await server.close()
  })

  it('are sent once, however many look', async () => {
    const server = await openMailServer()
    for (let number = 0; number < 20; number += 1) await outbox.add({ ...mail, subject: `Number ${number}` })
    const logger = keepLog().logger
    const all = [1, 2, 3].map(() => makeDelivery({ outbox, sender: makeSender({ url: server.url, from }), logger }))
    await vi.waitFor(async () => expect(await server.received()).toHaveLength(20), { timeout: 20_000 })
    for (const each of all) await each.close()
    expect(new Set((await server.received()).map(({ subject }) => subject)).size).toBe(20)
    expect((await rows()).every(({ status, attempts }) => status === 'sent' && attempts === 1)).toBe(true)
    await server.close()
  })

  it('that nobody wants any more, or that nobody can read, are given up unsent', async () => {
    const server = await openMailServer()
    const long = makeOutbox({
      database: world.database,
      secrets: makeSecrets(key),
      now: () => new Date(Date.now() - 3 * 3_600_000),
    })
    await long.add(mail)
    const other = makeOutbox({ database: world.database, secrets: makeSecrets(randomBytes(32)), now: () => new Date() })
    await other.add(mail)
    const delivery = makeDelivery({ outbox, sender: makeSender({ url: server.url, from }), logger: keepLog().logger })
    await vi.waitFor(async () =>
      expect(await rows()).toMatchObject([
        { status: 'failed', failure: 'It waited for too long.' },
        { status: 'failed', failure: 'It was encrypted with another key of secrets.' },
      ]),
    )
    await delivery.close()
    expect(await server.received()).toEqual([])
    await server.close()
  })

  it('without a mail server the last hundred are kept, the newest first', async () => {
    const log = keepLog()
    const mails = makeMails({ server: null, outbox, logger: log.logger })
    for (let number = 1; number <= 105; number++) mails.post(async () => ({ ...mail, subject: `Number ${number}` }))
    await mails.close()
    const kept = mails.kept()
    expect(kept).toHaveLength(100)
    expect(kept[0]).toMatchObject({ to: 'ada@example.com', subject: 'Number 105', text: 'A body', link: 'A link' })
    expect(kept.at(-1)?.subject).toBe('Number 6')
  })
})
