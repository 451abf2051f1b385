import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { request } from 'node:http'
import { createServer, type Socket } from 'node:net'
import { openDatabase, type AppRouter } from '@prologue/shared'
import { entered, onEachEngine } from '@prologue/shared/testing'
import type { TRPCClient } from '@trpc/client'
import type { Knex } from 'knex'
import type { Email } from 'postal-mime'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { OpenServer } from '../openServer.ts'
import { portOf } from '../portOf.ts'
import { keepLog } from '../testing/keepLog.ts'
import { openMailServer, type TestMailServer } from '../testing/mailServer.ts'
import { openTestServer } from '../testing/openTestServer.ts'
import { callerOf, signUpPerson } from '../testing/people.ts'

const publicUrl = 'https://prologue.example'
const from = 'Prologue <prologue@example.com>'
const password = 'a long enough password'
const newAddress = () => `${randomUUID()}@example.com`

/** The last mail to an address, once there are so many. */
async function mailTo(mailServer: TestMailServer, address: string, count = 1): Promise<Email> {
  const to = async () => (await mailServer.received()).filter((mail) => mail.to?.some((one) => one.address === address))
  await vi.waitFor(async () => expect(await to()).toHaveLength(count), { timeout: 30_000 })
  const last = (await to()).at(-1)
  if (!last) throw new Error(`No mail came to ${address}`)
  return last
}

/** What `look` finds in the database, past the server. */
async function inDatabase<T>(url: string, look: (knex: Knex) => Promise<T>): Promise<T> {
  const database = await openDatabase(url)
  try {
    return await look(database.knex)
  } finally {
    await database.close()
  }
}

/** Takes connections and says nothing. */
async function openStuckServer() {
  const lines = new Set<Socket>()
  const server = createServer((line) => void lines.add(line))
  const connected = once(server, 'connection')
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  async function close() {
    const closed = once(server, 'close')
    server.close()
    for (const line of lines) line.destroy()
    await closed
  }
  return { port: portOf(server), connected, close }
}

/** Bytes as text, whatever they say. */
const asText = (_name: string, value: unknown) => (Buffer.isBuffer(value) ? value.toString('latin1') : value)

const linkIn = ({ text = '' }: Email) => /https?:\/\/\S+#\S+/.exec(text)?.[0] ?? ''
const tokenIn = (mail: Email) => linkIn(mail).split('#')[1] ?? ''

onEachEngine('mails by a real mail server', (databaseUrl) => {
  let mailServer: TestMailServer
  let server: OpenServer
  let api: TRPCClient<AppRouter>

  beforeAll(async () => {
    mailServer = await openMailServer()
    const settings = { publicUrl, mailServer: { url: mailServer.url, from } }
    server = await openTestServer(databaseUrl(), settings)
    api = callerOf(server.publicUrl, { value: '' }, publicUrl)
  })
  afterAll(async () => {
    await server.close()
    await mailServer.close()
  })

  it('bring somebody from signing up to a confirmed address, and back in with a new password', async () => {
    const email = newAddress()
    expect(await api.auth.me.query()).toMatchObject({ account: null, mail: true })
    expect(await api.auth.signUp.mutate({ name: 'Grace', email, password })).toEqual({ status: 'check-mail' })
    const mail = await mailTo(mailServer, email)
    expect(mail).toMatchObject({ subject: 'Confirm your address', from: { name: 'Prologue', address: 'prologue@example.com' } })
    expect(linkIn(mail)).toMatch(/^https:\/\/prologue\.example\/verify#[\w-]{43}$/)
    expect(mail.html).toContain(`href="${linkIn(mail)}"`)
    await expect(api.auth.signIn.mutate({ email, password })).rejects.toMatchObject({ data: { wire: { code: 'FORBIDDEN' } } })
    const again = await mailTo(mailServer, email, 2)
    expect(await api.auth.verifyEmail.mutate({ token: tokenIn(again), password })).toEqual({ email })
    expect(entered(await api.auth.signIn.mutate({ email, password })).account.email).toBe(email)

    await api.auth.requestPasswordReset.mutate({ email })
    const reset = await mailTo(mailServer, email, 3)
    expect(linkIn(reset)).toMatch(/^https:\/\/prologue\.example\/reset#[\w-]{43}$/)
    await api.auth.resetPassword.mutate({ token: tokenIn(reset), password: 'another long password' })
    expect((await mailTo(mailServer, email, 4)).subject).toBe('Your password was changed')
    const signedIn = await api.auth.signIn.mutate({ email, password: 'another long password' })
    expect(entered(signedIn).account.email).toBe(email)
  })

  it('lead to the configured URL, whatever host a request names', async () => {
    const email = newAddress()
    await api.auth.signUp.mutate({ name: 'Grace', email, password })
    await mailTo(mailServer, email)
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const asking = request(`${server.publicUrl}/trpc/auth.requestPasswordReset`, {
        method: 'POST',
        headers: {
          host: 'evil.example',
          'x-forwarded-host': 'evil.example',
          forwarded: 'host=evil.example',
          origin: publicUrl,
          'content-type': 'application/json',
        },
      })
      asking.once('response', (response) => resolve(response.resume().statusCode)).once('error', reject)
      asking.end(JSON.stringify({ json: { email } }))
    })
    expect(status).toBe(200)
    const mail = await mailTo(mailServer, email, 2)
    expect(linkIn(mail)).toMatch(/^https:\/\/prologue\.example\/reset#/)
    expect(`${mail.text}${mail.html}`).not.toContain('evil')
  })

  it('show a name as it is, whatever is in it, and only once the address is confirmed', async () => {
    const email = newAddress()
    const name = '<b>Grace</b> & "Co"'
    await api.auth.signUp.mutate({ name, email, password })
    const first = await mailTo(mailServer, email)
    // Nobody knows yet whose address it is.
    expect(first.text).not.toContain('Grace')
    await api.auth.verifyEmail.mutate({ token: tokenIn(first), password })
    await api.auth.requestPasswordReset.mutate({ email })
    const mail = await mailTo(mailServer, email, 2)
    expect(mail.text).toContain(`Hello ${name},`)
    expect(mail.html).toContain('Hello &lt;b&gt;Grace&lt;/b&gt; &amp; &quot;Co&quot;,')
  })
})

onEachEngine('a mail server that is away', (databaseUrl) => {
  it('holds up no answer, and gets the mail when it is back', async () => {
    const stuck = await openStuckServer()
    const mailServer = { url: `smtp://prologue:mail-password@127.0.0.1:${stuck.port}`, from }
    const server = await openTestServer(databaseUrl(), { publicUrl, mailServer })
    const api = callerOf(server.publicUrl, { value: '' }, publicUrl)
    const email = newAddress()
    const begun = performance.now()
    await api.auth.signUp.mutate({ name: 'Grace', email, password })
    // A mail server that says nothing is waited for ten seconds.
    expect(performance.now() - begun).toBeLessThan(9_000)
    await stuck.connected
    await stuck.close()
    const back = await openMailServer(stuck.port)
    await api.auth.verifyEmail.mutate({ token: tokenIn(await mailTo(back, email)), password })
    expect(entered(await api.auth.signIn.mutate({ email, password })).account.email).toBe(email)
    await back.close()

    // And loses nothing.
    const other = newAddress()
    await api.auth.signUp.mutate({ name: 'Ada', email: other, password })
    await server.close()
    expect(await inDatabase(databaseUrl(), (knex) => knex('users').where({ email: other }))).toHaveLength(1)
    expect(await inDatabase(databaseUrl(), (knex) => knex('mail_outbox').where({ recipient: other }))).toMatchObject([
      { status: 'waiting' },
    ])
  })
})

onEachEngine('secrets', (databaseUrl) => {
  it('appear in no audit row, log line or answer', async () => {
    const mailServer = await openMailServer()
    const log = keepLog()
    const settings = { publicUrl, mailServer: { url: mailServer.url, from } }
    const server = await openTestServer(databaseUrl(), settings, log.logger)
    const cookie = { value: '' }
    const answers: string[] = []
    const api = callerOf(server.publicUrl, cookie, publicUrl, (body) => answers.push(body))
    const email = newAddress()
    const secrets = ['mail-password', `canary ${randomUUID()}`, `canary ${randomUUID()}`, `canary ${randomUUID()}`]
    const [, first = '', wrong = '', second = ''] = secrets

    await api.auth.signUp.mutate({ name: 'Grace', email, password: first })
    const verification = tokenIn(await mailTo(mailServer, email))
    await expect(api.auth.signIn.mutate({ email, password: wrong })).rejects.toThrow('do not go together')
    await api.auth.verifyEmail.mutate({ token: verification, password: first })
    await expect(api.auth.verifyEmail.mutate({ token: verification, password: first })).rejects.toThrow('not valid')
    await api.auth.signIn.mutate({ email, password: first })
    secrets.push(verification, cookie.value.split('=')[1] ?? '')
    await expect(api.account.changePassword.mutate({ currentPassword: wrong, password: second })).rejects.toThrow(
      'not your current password',
    )
    const next = newAddress()
    await api.account.requestEmailChange.mutate({ email: next })
    const change = tokenIn(await mailTo(mailServer, next))
    await api.auth.confirmEmailChange.mutate({ token: change })
    await api.account.changePassword.mutate({ currentPassword: first, password: second })
    secrets.push(change, cookie.value.split('=')[1] ?? '')
    await api.auth.requestPasswordReset.mutate({ email: next })
    const reset = tokenIn(await mailTo(mailServer, next, 3))
    await expect(api.auth.resetPassword.mutate({ token: reset, password: 'password' })).rejects.toThrow('guessed first')
    secrets.push(reset)
    await mailServer.close()
    await api.auth.requestPasswordReset.mutate({ email: next })
    await vi.waitFor(() => expect(log.text()).toContain('it is tried again'))
    await server.close()

    const tables = ['audit_logs', 'users', 'sessions', 'user_tokens', 'mail_outbox']
    // It waits for the mail server.
    expect(await inDatabase(databaseUrl(), (knex) => knex('mail_outbox').where({ status: 'waiting' }))).toHaveLength(1)
    const read = (knex: Knex) => Promise.all(tables.map((table) => knex(table)))
    const rows = JSON.stringify(await inDatabase(databaseUrl(), read), asText)
    expect(secrets.every((secret) => secret.length > 10)).toBe(true)
    for (const secret of secrets) {
      expect(rows, secret).not.toContain(secret)
      expect(log.text(), secret).not.toContain(secret)
      expect(answers.join('\n'), secret).not.toContain(secret)
    }
  })
})

describe('without a mail server', () => {
  onEachEngine('mails', (databaseUrl) => {
    it('go to the log and to administrators, with their links, and to nobody else', async () => {
      const log = keepLog()
      const server = await openTestServer(databaseUrl(), {}, log.logger)
      const [root, grace] = [await signUpPerson(server.publicUrl, 'Root'), await signUpPerson(server.publicUrl, 'Grace')]
      await inDatabase(databaseUrl(), (knex) => knex('users').where({ id: root.account.id }).update({ role: 'admin' }))
      expect(await grace.api.auth.me.query()).toMatchObject({ mail: false })
      await grace.api.auth.requestPasswordReset.mutate({ email: grace.account.email })
      const mails = await vi.waitFor(async () => {
        const list = await root.api.mail.list.query()
        expect(list[0]?.subject).toBe('Choose a new password')
        return list
      })
      const [reset] = mails
      expect(reset).toMatchObject({ to: grace.account.email, link: expect.stringMatching(/\/reset#[\w-]{43}$/) })
      expect(reset?.text).toContain(reset?.link)
      expect(log.text()).toContain(reset?.link)
      // Logs are kept for longer than people may be.
      expect(log.text()).not.toContain(grace.account.email)
      await expect(grace.api.mail.list.query()).rejects.toMatchObject({ data: { wire: { code: 'FORBIDDEN' } } })
      const nobody = callerOf(server.publicUrl, { value: '' })
      await expect(nobody.mail.list.query()).rejects.toMatchObject({ data: { wire: { code: 'UNAUTHENTICATED' } } })
      await nobody.auth.resetPassword.mutate({ token: reset?.link?.split('#')[1] ?? '', password: 'another long password' })
      await server.close()
    })
  })
})
