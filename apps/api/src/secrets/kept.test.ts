import { randomUUID } from 'node:crypto'
import { openDatabase } from '@prologue/shared'
import { appCode, onEachEngine } from '@prologue/shared/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OpenServer } from '../openServer.ts'
import { keepLog } from '../testing/keepLog.ts'
import { openTestServer } from '../testing/openTestServer.ts'
import { callerOf } from '../testing/people.ts'

/** Alone and not as a part of a longer number. */
const alone = (text: string) => new RegExp(`(?<![0-9A-Za-z])${text}(?![0-9A-Za-z])`)

onEachEngine('secrets and codes', (databaseUrl) => {
  let server: OpenServer
  const log = keepLog()

  beforeAll(async () => {
    server = await openTestServer(databaseUrl(), { logLevel: 'debug' }, log.logger)
  })
  afterAll(() => server.close())

  it('are in no log line, no audit row and no answer but the one that hands them out', async () => {
    const url = server.publicUrl
    const answers: string[] = []
    const cookie = { value: '' }
    const api = callerOf(url, cookie, url, (body) => answers.push(body))
    const tokens = new Set<string>()
    const keepToken = () => tokens.add(cookie.value.split('=')[1] ?? '')

    const password = `canary ${randomUUID()}`
    const email = `${randomUUID()}@example.com`
    await api.auth.signUp.mutate({ name: 'Grace', email, password })
    keepToken()
    const { secret } = await api.account.beginTwoFactor.mutate()
    answers.pop()
    const first = await appCode(secret)
    const { recoveryCodes } = await api.account.enableTwoFactor.mutate({ code: first })
    answers.pop()
    keepToken()

    const answer = await api.auth.signIn.mutate({ email, password })
    answers.pop()
    if (answer.status !== 'second-factor') throw new Error(`It answered ${answer.status}`)
    const { challenge } = answer
    const wrong = ['765432', 'zzzzzzzzzzzzzzzz', 'no code at all']
    for (const code of wrong) await expect(api.auth.confirmSecondFactor.mutate({ challenge, code })).rejects.toThrow('code')
    const [one = '', other = ''] = recoveryCodes
    await api.auth.confirmSecondFactor.mutate({ challenge, code: one })
    keepToken()
    await api.account.confirmIdentity.mutate({ password, code: other })
    await expect(api.account.confirmIdentity.mutate({ password: 'not the password', code: one })).rejects.toThrow('not right')
    const { recoveryCodes: renewed } = await api.account.renewRecoveryCodes.mutate()
    answers.pop()
    await api.account.get.query()
    await api.sessions.list.query()
    await api.account.disableTwoFactor.mutate()
    keepToken()

    const database = await openDatabase(databaseUrl())
    const audit = JSON.stringify(await database.knex('audit_logs'))
    await database.close()
    const codes = [...recoveryCodes, ...renewed].flatMap((code) => [code, code.replaceAll('-', '')])
    expect(tokens.size).toBe(4)
    const secrets = [password, 'not the password', secret, challenge, first, ...wrong, ...codes, ...tokens]
    const places = { logs: log.text(), answers: answers.join('\n'), audit }
    for (const [name, text] of Object.entries(places)) {
      // Something is told there at all.
      expect(text.length, name).toBeGreaterThan(100)
      for (const each of secrets) expect(text, name).not.toMatch(alone(each))
    }
  })
})
