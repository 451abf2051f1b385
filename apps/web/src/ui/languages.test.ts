import { expect, test } from 'vitest'
import { languageChoices, languageName } from './languages.ts'

test('languages are offered by name, in the order of the names', () => {
  const names = languageChoices('').map(({ name }) => name)
  expect(names).toContain('German')
  expect(names).toEqual(names.toSorted((one, other) => one.localeCompare(other, 'en')))
})

test('one that is set stays a choice even where it is not offered', () => {
  expect(languageChoices('cy')).toContainEqual({ tag: 'cy', name: 'Welsh' })
  expect(languageChoices('de').filter(({ tag }) => tag === 'de')).toHaveLength(1)
})

test('the usual choices stay the same ones when another is set, so that a drawn list keeps its options', () => {
  const before = languageChoices('')
  for (const choice of languageChoices('cy').filter(({ tag }) => tag !== 'cy')) expect(before).toContain(choice)
  expect(languageChoices('de')).toBe(before)
})

test('what is no language is left as it is', () => {
  expect(languageName('not a tag')).toBe('not a tag')
})
