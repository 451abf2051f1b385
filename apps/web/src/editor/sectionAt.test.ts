import { expect, test } from 'vitest'
import { sectionAt } from './sectionAt.ts'

const prompt = [
  'Before all.',
  '# Role',
  'You are kind.',
  '<rules>',
  '- Be brief.',
  '</rules>',
  'After the rules.',
  '## Style',
  'Plain.',
].join('\n')
const at = (words: string) => sectionAt(prompt, prompt.indexOf(words))

test('a place stands under the nearest heading or the tag that is open there', () => {
  expect(at('Before')).toBeNull()
  expect(at('You are')).toBe('Role')
  expect(at('- Be')).toBe('rules')
  expect(at('After')).toBe('Role')
  expect(at('Plain')).toBe('Style')
  expect(at('Style')).toBe('Style')
})

test('a text without lines or headings has none, however long it is', () => {
  expect(sectionAt('', 0)).toBeNull()
  expect(sectionAt('x'.repeat(2_000_000), 1_999_999)).toBeNull()
})
