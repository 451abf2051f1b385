import { createRoot, createSignal } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createSettled } from './createSettled.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('while it changes often it is followed some times a second, and at its end at once', () => {
  const [text, setText] = createSignal('a')
  const [often, setOften] = createSignal(true)
  const { settled, dispose } = createRoot((dispose) => ({ settled: createSettled(text, often), dispose }))
  setText('ab')
  setText('abc')
  expect(settled()).toBe('a')
  vi.advanceTimersByTime(200)
  expect(settled()).toBe('abc')
  setText('abcd')
  setOften(false)
  expect(settled()).toBe('abcd')
  dispose()
})
