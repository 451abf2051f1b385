import { limits } from '@prologue/contracts'
import { expect, test } from 'vitest'
import { foundWords, nothingChosen, pathOf, readChoice, type LibraryChoice } from './choice.ts'

const searchOf = (path: string) => new URL(path, 'https://here.invalid').search

test('every choice stands in the address and is read from it again', () => {
  const choice: LibraryChoice = {
    scope: 'mine',
    text: 'c++ & "tests" 100%',
    category: 'coding',
    tags: ['c#', 'größe', 'two words'],
    authorId: '01890a5d-ac96-774b-bcce-b302099a8057',
    family: 'gemini',
    sort: 'trending',
  }
  expect(readChoice(searchOf(pathOf(choice)))).toEqual(choice)
  expect(pathOf(nothingChosen)).toBe('/templates')
  expect(readChoice('')).toEqual(nothingChosen)
})

test('what nobody could choose is left out', () => {
  expect(readChoice('?scope=all&category=Coding&family=toString&sort=__proto__&author=ada&tag=&tag=%20')).toEqual(nothingChosen)
  expect(readChoice(`?tag=${'x'.repeat(limits.tag + 1)}&tag=A&tag=a&tag=b&tag=c&tag=d&tag=e&tag=f`).tags).toEqual([
    'a',
    'b',
    'c',
    'd',
    'e',
  ])
  expect(readChoice(`?q=${'x'.repeat(9_000)}`).text).toHaveLength(limits.search)
})

test('what was found is told as people say it', () => {
  expect(foundWords({ found: 0, more: false })).toBe('No template')
  expect(foundWords({ found: 1, more: false })).toBe('1 template')
  expect(foundWords({ found: 1000, more: true })).toBe('More than 1,000 templates')
})
