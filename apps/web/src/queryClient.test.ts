import { AppError, toWireError, type ErrorCode } from '@prologue/contracts'
import { QueryObserver } from '@tanstack/solid-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeQueryClient } from './queryClient.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const refusal = (code: ErrorCode) => Object.assign(new Error(code), { data: { wire: toWireError(new AppError(code)) } })

/** A query that fails with `code` until `mend` is called. */
function observe(code: ErrorCode) {
  let broken = true
  const queryFn = vi.fn<() => Promise<string>>(async () => {
    if (broken) throw refusal(code)
    return 'here'
  })
  const observer = new QueryObserver(makeQueryClient(), { queryKey: ['it'], queryFn })
  const stop = observer.subscribe(() => {})
  return { queryFn, stop, state: () => observer.getCurrentResult(), mend: () => (broken = false) }
}

test('what failed because the database was away is read again by itself', async () => {
  const { state, mend, stop } = observe('DB_UNAVAILABLE')
  await vi.advanceTimersByTimeAsync(4000)
  expect(state().status).toBe('error')
  mend()
  await vi.advanceTimersByTimeAsync(6000)
  expect(state().data).toBe('here')
  stop()
})

test('a refusal is not asked again', async () => {
  const { queryFn, stop } = observe('NOT_FOUND')
  await vi.advanceTimersByTimeAsync(30_000)
  expect(queryFn).toHaveBeenCalledOnce()
  stop()
})
