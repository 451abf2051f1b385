import { expect, test } from 'vitest'
import { usesWords } from './templateWords.ts'

test('how often a template was used is told to the last one, and of many at a glance', () => {
  expect([0, 1, 2, 1_204, 9_999].map(usesWords)).toEqual(['0 uses', '1 use', '2 uses', '1,204 uses', '9,999 uses'])
  expect([10_000, 12_345, 1_500_000].map(usesWords)).toEqual(['10K uses', '12.3K uses', '1.5M uses'])
})
