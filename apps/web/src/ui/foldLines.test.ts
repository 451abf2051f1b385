import { diffLines } from '@prologue/prompt-kit'
import { expect, test } from 'vitest'
import { foldLines } from './foldLines.ts'

const textOf = (count: number) => Array.from({ length: count }, (_, index) => `Line ${index + 1}`)
const shape = (before: string[], after: string[]) =>
  foldLines(diffLines(before.join('\n'), after.join('\n'))).map(({ folded, lines }) => [folded, lines.length])

test('what is far from every change is folded away, and nothing is lost', () => {
  const before = textOf(40)
  const after = before.with(19, 'Another')
  expect(shape(before, after)).toEqual([
    [true, 16],
    [false, 8],
    [true, 17],
  ])
})

test('a few lines between two changes stay in sight', () => {
  const before = textOf(20)
  const after = before.with(4, 'Another').with(13, 'One more')
  expect(shape(before, after)).toEqual([
    [false, 1],
    [false, 8],
    [false, 2],
    [false, 8],
    [false, 3],
  ])
})

test('without a change everything is shown, and nothing of nothing', () => {
  expect(shape(textOf(20), textOf(20))).toEqual([[false, 20]])
  expect(shape([], [])).toEqual([])
})
