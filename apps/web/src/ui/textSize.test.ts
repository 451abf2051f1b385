import { expect, test } from 'vitest'
import { textSize } from './textSize.ts'

test('an empty draft has no size', () => {
  expect(textSize(' \n# - ')).toBe('')
})

test('words are counted, tokens are estimated', () => {
  expect(textSize("Don't guess.")).toBe('2 words, about 3 tokens')
  expect(textSize('word '.repeat(1234))).toBe('1,234 words, about 1,200 tokens')
})
