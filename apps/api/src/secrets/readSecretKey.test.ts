import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeSecrets, openDatabase } from '@prologue/shared'
import { pino } from 'pino'
import { readEnv } from '../env.ts'
import { prepareDatabase } from '../prepareDatabase.ts'
import { runToEnd, startProcess } from '../testing/startProcess.ts'
import { readSecretKey } from './readSecretKey.ts'

describe('the key of secrets at rest', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'prologue-key-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  const envOf = (variables: Record<string, string>) => readEnv({ DATA_DIR: join(folder, 'data'), ...variables })

  it('is made at the first start, in a file that only its owner reads, and stays', async () => {
    const key = await readSecretKey(envOf({}))
    expect(key).toHaveLength(32)
    const path = join(folder, 'data', 'secret.key')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(await readFile(path, 'utf8')).toBe(`${key.toString('base64')}\n`)
    expect(await readSecretKey(envOf({}))).toEqual(key)
  })

  it('is the same for processes that start at once, and nothing else is left in the folder', async () => {
    const keys = await Promise.all(Array.from({ length: 10 }, () => readSecretKey(envOf({}))))
    expect(new Set(keys.map((key) => key.toString('base64'))).size).toBe(1)
    expect(await readdir(join(folder, 'data'))).toEqual(['secret.key'])
  })

  it('is the one that is set, and then no file is made', async () => {
    const key = Buffer.alloc(32, 7)
    expect(await readSecretKey(envOf({ SECRET_KEY: key.toString('base64') }))).toEqual(key)
    expect(await readdir(folder)).toEqual([])
  })

  it.each(['too short', Buffer.alloc(31).toString('base64'), Buffer.alloc(33).toString('base64'), 'a'.repeat(64)])(
    'is refused where what is set is none: %s',
    (SECRET_KEY) => {
      expect(() => envOf({ SECRET_KEY })).toThrow('SECRET_KEY: must be 32 random bytes in base64')
    },
  )

  it('that is wrong stops the start with a sentence that does not repeat it', { timeout: 60_000 }, async () => {
    const SECRET_KEY = 'canary-no-key'
    const { code, output } = await runToEnd({ DATA_DIR: folder, SECRET_KEY })
    expect(code).toBe(1)
    expect(output).toContain('SECRET_KEY: must be 32 random bytes in base64')
    expect(output).not.toContain(SECRET_KEY)
  })

  it('that is another than the second factors in the database have stops the start', { timeout: 60_000 }, async () => {
    const DATABASE_URL = `sqlite:${join(folder, 'test.sqlite')}`
    const env = envOf({ DATABASE_URL })
    await prepareDatabase(env, pino({ level: 'silent' }))
    const database = await openDatabase(env.databaseUrl)
    const now = new Date()
    const row = { id: randomUUID(), createdAt: now, updatedAt: now }
    const names = { name: 'Ada', email: 'ada@example.com', emailCanonical: 'ada@example.com' }
    await database.knex('users').insert({ ...row, ...names, passwordHash: 'none', role: 'user', preferences: '{}' })
    const secretEncrypted = makeSecrets(await readSecretKey(env)).encrypt('a secret', 'hers')
    await database.knex('user_totp').insert({ ...row, userId: row.id, secretEncrypted })
    await database.close()

    const [made, other] = [join(folder, 'data'), join(folder, 'elsewhere')]
    const { code, output } = await runToEnd({ DATABASE_URL, DATA_DIR: other })
    expect(code).toBe(1)
    expect(output).toContain('encrypted with another key. Set SECRET_KEY to it')
    const server = await startProcess({ DATABASE_URL, DATA_DIR: made })
    expect(await server.end('SIGTERM')).toBe(0)
  })

  it('that was cut off in its file stops the start, and no new one takes its place', { timeout: 60_000 }, async () => {
    const path = join(folder, 'secret.key')
    await writeFile(path, 'c2hvcnQ=\n')
    const { code, output } = await runToEnd({ DATA_DIR: folder })
    expect(code).toBe(1)
    expect(output).toContain(`${path} holds no key`)
    expect(await readFile(path, 'utf8')).toBe('c2hvcnQ=\n')
  })
})
