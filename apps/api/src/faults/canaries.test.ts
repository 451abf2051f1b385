import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '@prologue/shared'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { callerOf } from '../testing/people.ts'
import { codeOf, callByHand } from '../testing/callByHand.ts'
import { openRawLine } from '../testing/rawLine.ts'
import { startProcess, type ServerProcess } from '../testing/startProcess.ts'

let folder: string
let server: ServerProcess

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prologue-canaries-'))
  server = await startProcess({ DATA_DIR: folder, LOG_LEVEL: 'debug' })
}, 60_000)
afterAll(async () => {
  await server.end('SIGKILL')
  await rm(folder, { recursive: true })
})

it(
  'no password, token or cookie is in what the process prints, also where everything goes wrong',
  { timeout: 60_000 },
  async () => {
    const { url } = server
    const planted: string[] = []
    const plant = (what: string) => {
      const word = `canary-${what}-${randomUUID()}`
      planted.push(word)
      return word
    }
    const email = 'ada@example.com'
    const password = plant('password')
    const cookie = { value: '' }
    const api = callerOf(url, cookie)
    const wrongs = () => ({ email, password: plant('wrong') })

    await api.auth.signUp.mutate({ name: 'Ada', email, password })
    planted.push(cookie.value.split('=')[1] ?? '')
    const { id } = await api.conversations.create.mutate({})
    const { url: link } = await api.shares.create.mutate({ conversationId: id, role: 'viewer', expiresInDays: null })
    const token = link.split('/s/')[1] ?? ''
    planted.push(token)

    // What is right, what is wrong, what is none, and what breaks.
    await fetch(`${url}/s/${token}`)
    await fetch(`${url}/s/${token}%zz`)
    await fetch(`${url}/trpc/shares.look?input=${encodeURIComponent(JSON.stringify({ json: { token } }))}`)
    await api.shares.look.mutate({ token })
    expect(await codeOf(await callByHand(url, 'auth.signIn', { input: wrongs() }))).toBe('UNAUTHENTICATED')
    await callByHand(url, 'auth.signIn', { input: { email: plant('mail'), password: [plant('list')] } })
    await callByHand(url, 'auth.signUp', { input: { ...wrongs(), name: 'Ada', setupToken: plant('setup') } })
    await callByHand(url, 'auth.signIn', { body: `{"json":{"password":"${plant('cut')}"` })
    await callByHand(url, 'auth.signIn', { body: `{"json":{"password":"${plant('long')}${'x'.repeat(1_100_000)}"}}` })
    await callByHand(url, 'auth.resetPassword', { input: { token: plant('token'), password: plant('new') } })
    await callByHand(url, 'auth.confirmSecondFactor', { input: { challenge: plant('challenge'), code: '123456' } })
    await callByHand(url, 'conversations.create', {
      headers: { cookie: `prologue=${plant('cookie')}`, authorization: plant('bearer') },
    })
    await openRawLine(url, { origin: 'https://evil.example', cookie: cookie.value }).catch(() => null)
    const line = await openRawLine(url, { origin: url, cookie: `prologue=${plant('line')}` })
    line.send('40')
    await line.receive('44')
    line.close()

    const database = await openDatabase(`sqlite:${join(folder, 'prologue.sqlite')}`)
    await database.knex.schema.renameTable('sessions', 'gone')
    await database.knex.schema.renameTable('users', 'gone_too')
    await database.close()
    const broken = [
      await callByHand(url, 'auth.signIn', { input: wrongs() }),
      await callByHand(url, 'auth.signUp', { input: { ...wrongs(), email: 'grace@example.com', name: 'Grace' } }),
      await callByHand(url, 'conversations.create', { headers: { cookie: cookie.value } }),
      await callByHand(url, 'shares.look', { input: { token } }),
    ]
    for (const answer of broken.slice(0, 3)) expect(await codeOf(answer)).toBe('INTERNAL')

    expect(server.output()).toContain('Something failed unexpectedly')
    for (const word of planted) {
      expect(word.length).toBeGreaterThan(20)
      expect(server.output()).not.toContain(word)
    }
  },
)
