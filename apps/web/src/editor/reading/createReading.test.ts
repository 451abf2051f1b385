import { createRoot, createSignal } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Reader } from './createReader.ts'
import { createReading } from './createReading.ts'
import { readTemplate, type ReadingInput } from './readTemplate.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const inputOf = (text: string): ReadingInput => ({
  text,
  variables: [],
  family: 'plain',
  off: [],
  place: 'draft',
  contextSize: null,
})

test('a text is read once, after the last key, and what was typed while it was read after that', async () => {
  const read: string[] = []
  let waiting = Promise.withResolvers<void>()
  const reader: Pick<Reader, 'read'> = {
    async read(input) {
      read.push(input.text)
      waiting = Promise.withResolvers()
      await waiting.promise
      return readTemplate(input)
    },
  }
  const [input, setInput] = createSignal(inputOf('One'))
  const { reading, leave } = createRoot((dispose) => ({ ...createReading(reader, input), leave: dispose }))
  await vi.advanceTimersByTimeAsync(0)
  expect(read).toEqual(['One'])
  for (const text of ['Two', 'Three']) {
    setInput(inputOf(text))
    await vi.advanceTimersByTimeAsync(400)
  }
  expect(read).toEqual(['One'])
  waiting.resolve()
  await vi.waitFor(() => expect(read).toEqual(['One', 'Three']))
  waiting.resolve()
  await vi.waitFor(() => expect(reading()?.text).toBe('Three'))
  await vi.advanceTimersByTimeAsync(5_000)
  expect(read).toEqual(['One', 'Three'])
  leave()
})

test('a text that could not be read says so, and is read when asked again', async () => {
  let isBroken = true
  const reader: Pick<Reader, 'read'> = {
    async read(input) {
      if (isBroken) throw new Error('The worker could not be loaded')
      return readTemplate(input)
    },
  }
  const [input] = createSignal(inputOf('One'))
  const { reading, failed, again, leave } = createRoot((dispose) => ({ ...createReading(reader, input), leave: dispose }))
  await vi.waitFor(() => expect(failed()).toBe(true))
  isBroken = false
  again()
  await vi.waitFor(() => expect(reading()?.text).toBe('One'))
  expect(failed()).toBe(false)
  leave()
})
