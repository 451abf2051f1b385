import { access, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '@prologue/shared'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { generateData, makeProgress } from './generateData.ts'

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

/** What a stream is given to show. */
function makeScreen({ isTTY }: { isTTY: boolean }) {
  const written: string[] = []
  return { isTTY, written, write: (text: string) => written.push(text) > 0 }
}

it('draws a bar that fills up on a screen, anew only where it looks otherwise', () => {
  const screen = makeScreen({ isTTY: true })
  const report = makeProgress(screen)
  for (const done of [0, 1, 500, 500, 1000]) report('people', done, 1000)
  report('organizations', 0, 0)
  const name = 'people        '
  expect(screen.written).toEqual([
    `\r${name} ${'░'.repeat(30)} 0 %`,
    `\r${name} ${'█'.repeat(15)}${'░'.repeat(15)} 50 %`,
    `\r${name} ${'█'.repeat(30)} 100 %\n`,
    `\rorganizations  ${'█'.repeat(30)} 100 %\n`,
  ])
})

it('writes a line for each step that is done where there is no screen', () => {
  const screen = makeScreen({ isTTY: false })
  const report = makeProgress(screen)
  for (const done of [0, 6000, 12_000]) report('people', done, 12_000)
  expect(screen.written).toEqual(['people: 12,000\n'])
})
