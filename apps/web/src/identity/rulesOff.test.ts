import { expect, test } from 'vitest'
import { sameNames, withRule } from './rulesOff.ts'

test('a rule is switched off once, and on again, and all else stays', () => {
  const off = withRule({ theme: 'dark' }, 'vague-term', true)
  expect(off).toEqual({ theme: 'dark', checker: { off: ['vague-term'] } })
  expect(withRule(withRule(off, 'vague-term', true), 'pii', true).checker?.off).toEqual(['vague-term', 'pii'])
  expect(withRule(off, 'vague-term', false)).toEqual({ theme: 'dark', checker: { off: [] } })
})

test('lists of names are compared by what is in them', () => {
  expect(sameNames(['a'], ['a'])).toBe(true)
  expect(sameNames(['a'], ['b'])).toBe(false)
  expect(sameNames(['a'], [])).toBe(false)
})
