import { expect, test } from 'vitest'
import { chosenVersion, isMissing, versionChoices } from './versionChoices.ts'

const template = {
  latestNumber: 3,
  labels: [
    { name: 'latest', number: 3 },
    { name: 'production', number: 2 },
  ],
}

test('versions are offered by their labels and by their numbers', () => {
  expect(versionChoices(template, 3).map(({ value, number }) => [value, number])).toEqual([
    ['latest', 3],
    ['production', 2],
    ['3', 3],
    ['2', 2],
    ['1', 1],
  ])
})

test('of many the newest are offered, and the one that is looked at', () => {
  const numbers = versionChoices({ latestNumber: 1000, labels: [] }, 5).map(({ number }) => number)
  expect(numbers).toHaveLength(202)
  expect(numbers.at(-1)).toBe(5)
})

test.each([
  [undefined, 'latest', 3],
  ['production', 'production', 2],
  ['1', '1', 1],
  ['4', 'latest', 3],
  ['0', 'latest', 3],
  ['staging', 'latest', 3],
  ['1e3', 'latest', 3],
])('an address that asks for %s shows %s', (asked, value, number) => {
  expect(chosenVersion(template, asked)).toMatchObject({ value, number })
  expect(isMissing(template, asked)).toBe(asked !== undefined && asked !== value)
})
