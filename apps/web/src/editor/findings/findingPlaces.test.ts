import { check } from '@prologue/prompt-kit'
import { expect, test } from 'vitest'
import { bySeverity, severityCounts, placeWords } from './findingPlaces.ts'

const text = '# Role\n\nYou write about bees.\n\n# Task\n\nWrite about {{ topic }} and {{ town }}.'

test('a place is told by its line and by the heading above it', () => {
  const finding = check(text).find(({ rule }) => rule === 'var-undeclared')
  expect(finding && placeWords(text, finding)).toBe('Line 7, Task')
  expect(finding && placeWords(text, { ...finding, range: { start: 0, end: 0 } })).toBeNull()
})

test('errors come first, and each kind is counted in words', () => {
  const [finding] = check(text)
  if (!finding) throw new Error('Nothing was found')
  const found = [
    { ...finding, severity: 'info' as const },
    { ...finding, severity: 'error' as const },
    { ...finding, severity: 'info' as const },
  ]
  expect(bySeverity(found).map(({ severity }) => severity)).toEqual(['error', 'info', 'info'])
  expect(severityCounts(found)).toBe('1 error, 2 hints')
  expect(severityCounts([])).toBe('')
})
