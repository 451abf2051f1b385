import { createRoot, createSignal } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createPortions } from './createPortions.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function begin(count: number) {
  const [all, setAll] = createSignal(Array.from({ length: count }, (_, at) => at))
  const [list, setList] = createSignal('one')
  const { shown, dispose } = createRoot((end) => ({ shown: createPortions(all, list), dispose: end }))
  return { all, setAll, setList, shown, dispose }
}

test('the first of a list is there at once, all of it soon after, and what comes then with it', () => {
  const { all, setAll, shown, dispose } = begin(20)
  expect(shown()).toEqual(all().slice(0, 8))
  vi.runAllTimers()
  expect(shown()).toEqual(all())
  setAll([...all(), 20])
  expect(shown()).toHaveLength(21)
  dispose()
})

test('another list begins with its first again, and nothing goes on after the page is left', () => {
  const { setList, shown, dispose } = begin(20)
  vi.runAllTimers()
  setList('two')
  expect(shown()).toHaveLength(8)
  vi.runAllTimers()
  expect(shown()).toHaveLength(20)
  setList('three')
  dispose()
  expect(vi.getTimerCount()).toBe(0)
})
