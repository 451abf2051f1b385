import { expect, test } from 'vitest'
import { fileName } from './TextCopies.tsx'

test('a title becomes the name of a file', () => {
  expect(fileName('Support: bicycles / Köln?')).toBe('Support bicycles Köln.md')
  expect(fileName('../../..')).toBe('Draft.md')
  expect(fileName('x'.repeat(200))).toBe(`${'x'.repeat(60)}.md`)
})
