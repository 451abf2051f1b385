import { expect, test } from 'vitest'
import { emptyFields } from './briefFields.ts'
import { settleLanguage, withoutPreset } from './presetLanguage.ts'

const german = { ...emptyFields, language: 'German' }

test('the language set for all prompts holds where the description names none', async () => {
  expect(await settleLanguage('It answers guests of a hotel.', german, 'German')).toEqual(german)
})

test('a language the description names goes before it', async () => {
  const said = await settleLanguage('It answers guests of a hotel. It answers in French.', german, 'German')
  expect(said.language).toBe('')
})

test('a language that was filled in goes before both', async () => {
  const dutch = { ...emptyFields, language: 'Dutch' }
  expect(await settleLanguage('It answers in French.', dutch, 'German')).toEqual(dutch)
})

test('what was set beforehand alone is no description', () => {
  expect(withoutPreset(german, 'German')).toEqual(emptyFields)
  expect(withoutPreset(german, '')).toEqual(german)
})
