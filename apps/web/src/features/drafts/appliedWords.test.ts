import { expect, test } from 'vitest'
import { appliedWords } from './appliedWords.ts'

test('what was applied names the sections that keep what they have', () => {
  expect(appliedWords(true, [])).toBe('Applied to the draft.')
  expect(appliedWords(true, ['output_format'])).toBe('Applied to the draft. “Output format” is locked and keeps what it has.')
  expect(appliedWords(true, ['tone', 'role'])).toBe('Applied to the draft. “Tone” and “Role” are locked and keep what they have.')
})

test('where nothing was applied, it says whether locks held it', () => {
  expect(appliedWords(false, [])).toBe('The draft says this already.')
  expect(appliedWords(false, ['tone'])).toBe('Nothing was applied. “Tone” is locked and keeps what it has.')
})
