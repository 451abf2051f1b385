import { expect, test } from 'vitest'
import { lockMarks } from './lockMarks.ts'

test('each section has its mark at the line it begins with', () => {
  const text = 'You are a tutor.\n\n# Output format\n\nA table.\n\n# House rules\n\nBe kind.'
  expect(
    lockMarks(text, new Set(['output_format'])).map(({ at, name, locked }) => [text.slice(at).split('\n')[0], name, locked]),
  ).toEqual([
    ['You are a tutor.', 'Role', false],
    ['# Output format', 'Output format', true],
    ['# House rules', 'House rules', false],
  ])
})
