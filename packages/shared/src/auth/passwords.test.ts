import { AppError } from '@prologue/contracts'
import { afterEach, expect, it, vi } from 'vitest'
import { expectTurn, hashPassword, verifyPassword } from './passwords.ts'

const hashing = vi.hoisted(() => {
  const state = { running: 0, most: 0, finish: Promise.withResolvers<void>() }
  return {
    state,
    async watched<T>(result: T): Promise<T> {
      state.running += 1
      state.most = Math.max(state.most, state.running)
      await state.finish.promise
      state.running -= 1
      return result
    },
  }
})

// The hashes themselves would say nothing of how many of them run.
vi.mock('@node-rs/argon2', async (original) => ({
  ...(await original<object>()),
  hash: () => hashing.watched('a hash'),
  verify: () => hashing.watched(true),
}))

afterEach(() => hashing.state.finish.resolve())

it('of many passwords two are hashed at a time, a hundred wait and more are refused', async () => {
  const works = Array.from({ length: 150 }, (_, index) =>
    index % 2 === 0 ? hashPassword('a password') : verifyPassword('a hash', 'a password'),
  )
  const settled = Promise.allSettled(works)
  await vi.waitFor(() => expect(hashing.state.running).toBeGreaterThan(0))
  expect(expectTurn).toThrow(expect.objectContaining({ code: 'RATE_LIMITED' }))
  hashing.state.finish.resolve()
  const results = await settled
  expect(hashing.state.most).toBe(2)
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(102)
  const refusals = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
  for (const refusal of refusals) expect(refusal).toBeInstanceOf(AppError)
  for (const refusal of refusals) expect(refusal).toMatchObject({ code: 'RATE_LIMITED' })
  // Their turn comes again.
  expect(expectTurn).not.toThrow()
  expect(await hashPassword('a password')).toBe('a hash')
})
