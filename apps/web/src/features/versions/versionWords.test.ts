import { expect, test } from 'vitest'
import { authorWord, differenceWords, labelsAt, numberBefore, originWord, versionTitle } from './versionWords.ts'

test('who made a version', () => {
  const ada = { id: 'ada', name: 'Ada' }
  expect(authorWord(null, 'ada')).toBe('Prologue')
  expect(authorWord(ada, 'ada')).toBe('You')
  expect(authorWord(ada, undefined)).toBe('Ada')
  expect(authorWord({ ...ada, name: '' }, undefined)).toBe('A deleted account')
})

test('a version is called by its message', () => {
  expect(versionTitle({ number: 2, message: 'Shorter' })).toBe('Shorter')
  expect(versionTitle({ number: 2, message: '' })).toBe('No message')
  expect(versionTitle({ number: 1, message: '' })).toBe('First version')
})

test('a version is compared with what it was made from, else with the nearest before it that is shown', () => {
  const numbers = new Map([
    ['one', 1],
    ['three', 3],
    ['four', 4],
  ])
  expect(numberBefore({ number: 4, parentVersionId: 'one' }, numbers)).toBe(1)
  expect(numberBefore({ number: 3, parentVersionId: 'hidden' }, numbers)).toBe(1)
  expect(numberBefore({ number: 60, parentVersionId: 'not read yet' }, new Map([['sixty', 60]]))).toBe(59)
  expect(numberBefore({ number: 1, parentVersionId: null }, numbers)).toBe(0)
})

test('where a version came from is said where it is not the one before', () => {
  const numbers = new Map([
    ['one', 1],
    ['two', 2],
  ])
  expect(originWord({ number: 1, parentVersionId: null }, numbers, undefined)).toBeNull()
  expect(originWord({ number: 1, parentVersionId: 'elsewhere' }, numbers, undefined)).toBe('forked')
  expect(originWord({ number: 1, parentVersionId: 'elsewhere' }, numbers, 'Tutor')).toBe('forked from “Tutor”')
  expect(originWord({ number: 3, parentVersionId: 'two' }, numbers, undefined)).toBeNull()
  expect(originWord({ number: 3, parentVersionId: 'one' }, numbers, undefined)).toBe('from version 1')
  expect(originWord({ number: 60, parentVersionId: 'not read yet' }, numbers, undefined)).toBeNull()
})

test('the newest version has the label latest whether or not the server says so', () => {
  const template = {
    latestNumber: 3,
    labels: [
      { name: 'latest', number: 3 },
      { name: 'production', number: 2 },
      { name: 'beta', number: 3 },
    ],
  }
  expect(labelsAt(template, 3)).toEqual(['latest', 'beta'])
  expect(labelsAt(template, 2)).toEqual(['production'])
  expect(labelsAt(template, 1)).toEqual([])
})

test('how much differs', () => {
  expect(differenceWords({ places: 0, variables: 0, settings: 0 })).toBe('Nothing differs.')
  expect(differenceWords({ places: 1, variables: 0, settings: 0 })).toBe('1 place in the text differs.')
  expect(differenceWords({ places: 1200, variables: 1, settings: 2 })).toBe(
    '1,200 places in the text, 1 variable and 2 settings differ.',
  )
})
