import { expect, test } from 'vitest'
import { bytesWords } from './bytesWords.ts'

test('a size has two digits or so, in the unit that fits', () => {
  expect([0, 950, 1_234, 9_960, 999_600, 31_400_000_000].map(bytesWords)).toEqual([
    '0 bytes',
    '950 bytes',
    '1.2 kB',
    '10 kB',
    '1.0 MB',
    '31 GB',
  ])
})
