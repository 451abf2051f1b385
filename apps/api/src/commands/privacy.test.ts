import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openDatabase } from '@prologue/shared'
import { onEachEngine } from '@prologue/shared/testing'
import type { Knex } from 'knex'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { openMailServer, type TestMailServer } from '../testing/mailServer.ts'
import { callerOf, connect, openDraft } from '../testing/people.ts'
import { startProcess, type ServerProcess } from '../testing/startProcess.ts'

const program = join(import.meta.dirname, '../prologue.ts')
const patience = { timeout: 120_000 }
const password = 'a long enough password'

/** A word that is nowhere else. */
const unique = () => `q${randomUUID().replaceAll('-', '').slice(0, 14)}`

async function prologue(url: string, ...args: string[]): Promise<{ code: number; output: string }> {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [program, ...args], { env: { DATABASE_URL: url } })
    return { code: 0, output: stdout + stderr }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'stderr' in error)) throw error
    return { code: Number(error.code), output: String(error.stderr) }
  }
}

/** Every table there is, those that a search index keeps for itself, too. */
async function tablesOf(knex: Knex, url: string): Promise<string[]> {
  if (url.startsWith('sqlite:')) return knex('sqlite_master').where({ type: 'table' }).pluck('name')
  const tables = knex('information_schema.tables').whereRaw("table_schema = database() and table_type = 'BASE TABLE'")
  const rows = await tables.select<{ name: string }[]>({ name: 'table_name' })
  return rows.map(({ name }) => name)
}

/** The tables of whose rows one has a word in some column, whatever its kind. */
async function tablesWith(url: string, words: readonly string[]): Promise<string[]> {
  const database = await openDatabase(url)
  try {
    const found: string[] = []
    for (const table of await tablesOf(database.knex, url)) {
      const rows: Record<string, unknown>[] = await database.knex(table)
      const text = rows
        .flatMap((row) => Object.values(row).map(asText))
        .join('\n')
        .toLowerCase()
      if (words.some((word) => text.includes(word))) found.push(table)
    }
    return found
  } finally {
    await database.close()
  }
}

function asText(value: unknown): string {
  return Buffer.isBuffer(value) ? value.toString('latin1') : (JSON.stringify(value) ?? '')
}

onEachEngine('prologue privacy erase', (url) => {
  let folder: string
  let mailServer: TestMailServer
  let server: ServerProcess
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'prologue-privacy-'))
    mailServer = await openMailServer()
    const mail = { SMTP_URL: mailServer.url, MAIL_FROM: 'prologue@example.com' }
    server = await startProcess({ DATABASE_URL: url(), DATA_DIR: folder, LOG_LEVEL: 'debug', ...mail })
  }, 60_000)
  afterAll(async () => {
    await server.end('SIGKILL')
    await mailServer.close()
    await rm(folder, { recursive: true })
  })

  const linkTo = (address: string) =>
    vi.waitFor(
      async () => {
        const mails = (await mailServer.received()).filter(({ to }) => to?.some((one) => one.address === address))
        const token = /#([\w-]{43})/.exec(mails.at(-1)?.text ?? '')?.[1]
        if (!token) throw new Error(`No link came to ${address}`)
        return token
      },
      { timeout: 20_000 },
    )

  async function enter(name: string, email: string) {
    const cookie = { value: '' }
    const api = callerOf(server.url, cookie)
    await api.auth.signUp.mutate({ name, email, password })
    await api.auth.verifyEmail.mutate({ token: await linkTo(email), password })
    const answer = await api.auth.signIn.mutate({ email, password })
    if (answer.status !== 'signed-in') throw new Error(`It answered ${answer.status}`)
    return { api, cookie, account: answer.account, connect: () => connect(server.url, cookie) }
  }

  it('leaves name and address in no table, log, job or draft, and an audit that verifies', patience, async () => {
    const [first, last, mailbox, next] = [unique(), unique(), unique(), unique()]
    const words = [first, last, mailbox, next]
    const [name, email] = [`${first} ${last}`, `${mailbox}@example.com`]
    const ada = await enter('Ada', `${unique()}@example.com`)
    const person = await enter(name, email)

    // Everywhere that a person's name or address comes to: what is theirs alone, and what they have with others.
    const { api } = person
    const { id: ownId } = await api.conversations.create.mutate({ title: `Letters of ${name}` })
    const own = await api.conversations.get.query({ id: ownId })
    const socket = await person.connect()
    const draft = await openDraft(person, socket, own)
    draft.text.insert(0, `You write as ${name}, ${email}.`)
    await vi.waitFor(() => expect(draft.status.get().state).toBe('saved'))
    expect(await tablesWith(url(), words)).toContain('draft_updates')
    await api.checkpoints.save.mutate({ conversationId: own.id, name: `For ${name}` })
    await api.prompts.send.mutate({ conversationId: own.id, input: `A letter from ${name} at ${email}` })
    await api.comments.add.mutate({ conversationId: own.id, body: `Signed, ${name}`, mentions: [] })
    const template = await api.templates.create.mutate({
      title: `The voice of ${name}`,
      category: 'writing',
      visibility: 'public',
      content: `You speak as ${name}.`,
      variables: [],
    })
    const shared = await ada.api.templates.create.mutate({
      title: 'A careful editor',
      category: 'writing',
      visibility: 'public',
      content: 'You are a careful editor.',
      variables: [],
    })
    await api.templates.rate.mutate({ templateId: shared.id, rating: 5, review: `${name} likes it` })
    const room = await ada.api.conversations.create.mutate({})
    await ada.api.participants.invite.mutate({ conversationId: room.id, role: 'editor', email: email.toUpperCase() })
    await api.account.requestEmailChange.mutate({ email: `${next}@example.com` })
    await linkTo(`${next}@example.com`)
    const again = callerOf(server.url, { value: '' })
    await expect(again.auth.signIn.mutate({ email, password: 'the wrong password' })).rejects.toThrow('do not go together')
    await draft.destroy()
    socket.close()
    expect((await prologue(url(), 'audit', 'seal')).code).toBe(0)

    const before = await tablesWith(url(), words)
    for (const table of ['users', 'user_name_parts', 'user_tokens', 'mail_outbox', 'conversations', 'conversation_shares'])
      expect(before).toContain(table)
    for (const table of ['drafts', 'draft_checkpoints', 'prompts', 'comments', 'templates', 'template_ratings'])
      expect(before).toContain(table)

    expect(await prologue(url(), 'privacy', 'erase', email)).toMatchObject({ code: 1, output: expect.stringContaining('--yes') })
    expect(await prologue(url(), 'privacy', 'erase', email, '--yes')).toMatchObject({
      code: 0,
      output: expect.stringContaining('with 1 conversation and 1 template'),
    })
    expect(await tablesWith(url(), words)).toEqual([])
    await expect(api.account.get.query()).rejects.toMatchObject({ data: { wire: { code: 'UNAUTHENTICATED' } } })
    await expect(ada.api.templates.get.query({ id: template.id })).rejects.toMatchObject({
      data: { wire: { code: 'NOT_FOUND' } },
    })
    expect(await prologue(url(), 'audit', 'verify')).toMatchObject({
      code: 0,
      output: expect.stringContaining('Everything is as it was sealed.'),
    })
    expect(await prologue(url(), 'privacy', 'erase', email, '--yes')).toMatchObject({
      code: 1,
      output: expect.stringContaining('There is no account with this address.'),
    })
    await server.end('SIGTERM')
    const log = server.output().toLowerCase()
    expect(log).toContain('stopping')
    for (const word of words) expect(log).not.toContain(word)
    expect(await tablesWith(url(), words)).toEqual([])
  })
})
