import { expect, test } from 'vitest'
import { testWords } from './testWords.ts'

test('an answer is told with its time and who gave it, where that is known', () => {
  expect(testWords({ ok: true, said: 'Ready.', ms: 812, modelVersion: 'gpt-4o-2024-08-06' })).toBe(
    'Answered in 812 ms as gpt-4o-2024-08-06.',
  )
  expect(testWords({ ok: true, said: 'Ready.', ms: 2_140, modelVersion: null })).toBe('Answered in 2.1 s.')
})

test('a failure is told in the words of its reason', () => {
  expect(testWords({ ok: false, said: 'The key was refused.', ms: 300, modelVersion: null })).toBe('The key was refused.')
})
