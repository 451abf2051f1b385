import { expect, test } from 'vitest'
import { listSteps } from './listSteps.ts'

const ids = (text: string) => [...text]
const steps = (before: string, after: string) =>
  listSteps(ids(before), ids(after))?.map((step) => `${step.ids.join('')}${step.shift ? ' from the end' : ''}`) ?? null

test.each([
  ['', 'abc', ['abc']],
  ['abc', 'abc', []],
  ['abc', 'abcd', ['abcd']],
  ['cd', 'abcd', ['abcd from the end']],
  ['abcd', 'cd', ['cd from the end']],
  ['abcd', 'abd', ['abd']],
  ['bcd', 'cd', ['cd from the end']],
  ['abcde', 'cdefg', ['cde from the end', 'cdefg']],
  ['cdefg', 'abcd', ['abcdefg from the end', 'abcd']],
  ['abc', '', ['']],
])('from %s to %s one place changes at a time', (before, after, expected) => {
  expect(steps(before, after)).toEqual(expected)
})

test('two lists that share nothing have no way between them', () => {
  expect(steps('abc', 'xyz')).toBeNull()
})
