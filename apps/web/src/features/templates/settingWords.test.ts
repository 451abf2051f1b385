import { expect, test } from 'vitest'
import { settingWords } from './settingWords.ts'

test('what a version is run with is said in words, as far as it is said', () => {
  expect(settingWords({})).toBeNull()
  expect(settingWords({ temperature: 0.2 })).toBe('a temperature of 0.2')
  expect(settingWords({ model: 'gpt-5', temperature: 0, maxTokens: 2000 })).toBe(
    'gpt-5, a temperature of 0, and answers of at most 2,000 tokens',
  )
})
