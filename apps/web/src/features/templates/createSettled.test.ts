import { createRoot, createSignal } from 'solid-js'
import { afterEach, expect, test, vi } from 'vitest'
import { createSettled } from './createSettled.ts'

afterEach(() => vi.useRealTimers())

test('a value is there at once, or when it has stood for a moment', () => {
  vi.useFakeTimers()
  createRoot((dispose) => {
    const [value, setValue] = createSignal('a')
    const [patient, setPatient] = createSignal(false)
    const settled = createSettled(value, patient)
    setValue('b')
    expect(settled()).toBe('b')
    setPatient(true)
    setValue('c')
    setValue('d')
    expect(settled()).toBe('b')
    vi.runAllTimers()
    expect(settled()).toBe('d')
    dispose()
  })
})
