import { expect, test } from 'vitest'
import { unsentWords } from './endings.ts'

test('what was not sent is counted', () => {
  expect(unsentWords(0)).toBe('')
  expect(unsentWords(1)).toBe('Your last edit of the draft was not sent: save a copy.')
  expect(unsentWords(1204)).toBe('Your last 1,204 edits of the draft were not sent: save a copy.')
})
