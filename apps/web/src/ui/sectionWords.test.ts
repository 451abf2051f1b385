import { expect, test } from 'vitest'
import { sectionWords } from './sectionWords.ts'

test('a section is named as people read it', () => {
  expect(['output_format', 'role', 'opening', 'House rules', 'details#2'].map(sectionWords)).toEqual([
    'Output format',
    'Role',
    'The beginning',
    'House rules',
    'Details (2)',
  ])
})
