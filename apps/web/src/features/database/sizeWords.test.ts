import { expect, test } from 'vitest'
import { growthWords } from './sizeWords.ts'

test('growth says its direction, and that nobody measured', () => {
  expect([growthWords(2_000, 500), growthWords(500, 2_000), growthWords(5, 5), growthWords(5, null)]).toEqual([
    '+1.5 kB',
    '−1.5 kB',
    '0',
    '–',
  ])
})
