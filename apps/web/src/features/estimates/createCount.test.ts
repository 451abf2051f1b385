import type { Model } from '@prologue/contracts'
import { createRoot, createSignal } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createCount } from './createCount.ts'
import type { Counted } from './measure.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => vi.useRealTimers())

const large: Model = {
  providerId: 'a',
  provider: 'House',
  kind: 'openai',
  model: 'large',
  family: 'gpt',
  local: false,
  price: { input: null, cachedInput: null, output: null },
  contextTokens: null,
}

/** The text is taken up when the page has nothing else to do. */
async function idle() {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve))
}

/** Estimates a token for each letter, and counts as the test answers. */
function write(model: Model | undefined) {
  const asked: { text: string; answer: (counted: Counted) => void }[] = []
  const [text, setText] = createSignal('')
  const [chosen, setChosen] = createSignal(model)
  const { counted, dispose } = createRoot((dispose) => ({
    dispose,
    counted: createCount({
      text,
      model: chosen,
      estimate: (words) => words.length,
      count(words) {
        const { promise, resolve } = Promise.withResolvers<Counted>()
        asked.push({ text: words, answer: resolve })
        return promise
      },
    }),
  }))
  const type = async (words: string, ms = 2_000) => {
    setText(words)
    await idle()
    await vi.advanceTimersByTimeAsync(ms)
  }
  const answer = async (counted: Counted, at = asked.length - 1) => {
    asked[at]?.answer(counted)
    await vi.advanceTimersByTimeAsync(0)
  }
  return { asked, counted, type, answer, setChosen, dispose }
}

test('without a model it is estimated, and nothing is counted', async () => {
  const { asked, counted, type, dispose } = write(undefined)
  await type('twelve chars')
  expect(counted()).toEqual({ tokens: 12, exact: false })
  expect(asked).toEqual([])
  dispose()
})

test('whoever pauses has it counted; who types on sees an estimate that goes by that count', async () => {
  const { asked, counted, type, answer, dispose } = write(large)
  await type('0123456789')
  expect(counted()).toEqual({ tokens: 10, exact: false })
  await answer({ tokens: 5, exact: true })
  expect(counted()).toEqual({ tokens: 5, exact: true })
  await type('01234567890123456789', 300)
  expect(counted()).toEqual({ tokens: 10, exact: false })
  expect(asked.map(({ text }) => text)).toEqual(['0123456789'])
  dispose()
})

test('a count that comes late is not taken for that of the newer text', async () => {
  const { counted, type, answer, dispose } = write(large)
  await type('first')
  await type('the second')
  await answer({ tokens: 2, exact: true }, 1)
  await answer({ tokens: 77, exact: true }, 0)
  expect(counted()).toEqual({ tokens: 2, exact: true })
  dispose()
})

test('another model has the text counted anew', async () => {
  const { asked, counted, type, answer, setChosen, dispose } = write(large)
  await type('0123456789')
  await answer({ tokens: 5, exact: true })
  setChosen({ ...large, model: 'other', family: 'claude' })
  expect(counted()).toEqual({ tokens: 10, exact: false })
  await vi.advanceTimersByTimeAsync(2_000)
  await answer({ tokens: 6, exact: false })
  expect(counted()).toEqual({ tokens: 6, exact: false })
  expect(asked).toHaveLength(2)
  dispose()
})
