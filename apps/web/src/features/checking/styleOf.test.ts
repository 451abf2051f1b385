import { check, compose, parseBrief } from '@prologue/prompt-kit'
import { expect, test } from 'vitest'
import { styleOf } from './styleOf.ts'

const brief = parseBrief(
  'A friendly support assistant for a bicycle shop. It answers in German, never promises refunds and stays short.',
)

test('a prompt composed in tags is not told to be in headings', () => {
  const { text } = compose(brief, { family: 'claude' })
  const mismatches = (family: Parameters<typeof check>[1]) => check(text, family).filter(({ rule }) => rule === 'style-mismatch')
  expect(styleOf(text)).toBe('claude')
  expect(mismatches({ family: styleOf(text) })).toEqual([])
})

test('a text with headings, or with a tag that nothing closes, is plain', () => {
  expect(styleOf('# Role\n\nYou write.')).toBe('plain')
  expect(styleOf('Write a\n<br>\nhere.')).toBe('plain')
})
