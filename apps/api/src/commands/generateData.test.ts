import { access, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '@prologue/shared'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { generateData } from './generateData.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prologue-data-'))
  vi.stubEnv('DATABASE_OWNER_URL', `sqlite:${join(folder, 'filled.sqlite')}`)
  // The account that serves people may not take triggers away.
  vi.stubEnv('DATABASE_URL', `sqlite:${join(folder, 'served.sqlite')}`)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})

it('fills the database once, and says what is wrong with a flag', async () => {
  await expect(generateData({ scale: 'much', seed: '1' })).rejects.toThrow('--scale')
  await expect(generateData({ scale: '1', seed: 'x' })).rejects.toThrow('--seed')
  await generateData({ scale: '0.0001', seed: '1' })
  const database = await openDatabase(`sqlite:${join(folder, 'filled.sqlite')}`)
  expect(await database.knex('users').count({ count: '*' }).first()).toEqual({ count: 20 })
  await database.close()
  await expect(generateData({ scale: '0.0001', seed: '1' })).rejects.toThrow('people in it')
  await expect(access(join(folder, 'served.sqlite'))).rejects.toThrow('no such file')
})
