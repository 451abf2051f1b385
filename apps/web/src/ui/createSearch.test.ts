import { createRoot, createSignal } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createSearch } from './createSearch.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('looks once the typing pauses, for the last words alone, and never after the page is left', () => {
  const [typed, setTyped] = createSignal('')
  const look = vi.fn<(words: string) => void>()
  const leave = createRoot((dispose) => {
    createSearch(typed, look)
    return dispose
  })
  vi.runAllTimers()
  look.mockClear()
  setTyped('gra')
  vi.advanceTimersByTime(100)
  setTyped(' grace ')
  vi.advanceTimersByTime(100)
  expect(look).not.toHaveBeenCalled()
  vi.runAllTimers()
  expect(look.mock.calls).toEqual([['grace']])
  setTyped('ada')
  leave()
  vi.runAllTimers()
  expect(look).toHaveBeenCalledTimes(1)
})
