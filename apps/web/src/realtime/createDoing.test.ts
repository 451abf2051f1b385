import { createRoot } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createDoing, type Doing } from './createDoing.ts'

let doing: Doing
let leave: () => void
beforeEach(() => {
  vi.useFakeTimers()
  ;({ doing, leave } = createRoot((dispose) => ({ doing: createDoing(), leave: dispose })))
})
afterEach(() => {
  leave()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

function show(visible: boolean) {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(!visible)
  document.dispatchEvent(new Event('visibilitychange'))
}

test('two minutes without a sign of life make idle, the next sign ends it', () => {
  vi.advanceTimersByTime(115_000)
  window.dispatchEvent(new Event('pointermove'))
  vi.advanceTimersByTime(115_000)
  expect(doing.state().idle).toBe(false)
  vi.advanceTimersByTime(10_000)
  expect(doing.state().idle).toBe(true)
  window.dispatchEvent(new Event('keydown'))
  expect(doing.state().idle).toBe(false)
})

test('with another page in front one is idle at once, and back with this one', () => {
  show(false)
  expect(doing.state().idle).toBe(true)
  vi.advanceTimersByTime(200_000)
  show(true)
  expect(doing.state().idle).toBe(false)
})

test('typing ends by itself, later with every letter, and at once when the message is sent', () => {
  doing.typed()
  vi.advanceTimersByTime(2_000)
  doing.typed()
  vi.advanceTimersByTime(2_000)
  expect(doing.state().typing).toBe(true)
  vi.advanceTimersByTime(1_500)
  expect(doing.state().typing).toBe(false)
  doing.typed()
  doing.done()
  expect(doing.state().typing).toBe(false)
})

test('letters one after the other are one state, not many', () => {
  doing.typed()
  const before = doing.state()
  doing.typed()
  expect(doing.state()).toBe(before)
})
