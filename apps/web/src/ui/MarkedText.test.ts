import { expect, test } from 'vitest'
import { pieces } from './MarkedText.tsx'

test('the pieces are the text again, and those of the ranges are marked', () => {
  const cut = pieces({
    text: 'A tutor of algebra',
    ranges: [
      { start: 2, end: 7 },
      { start: 11, end: 18 },
    ],
  })
  expect(cut.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['tutor', 'algebra'])
  expect(cut.map(({ text }) => text).join('')).toBe('A tutor of algebra')
})

test('ranges at the beginning and side by side leave no empty piece', () => {
  const cut = pieces({
    text: 'mail',
    ranges: [
      { start: 0, end: 2 },
      { start: 2, end: 4 },
    ],
  })
  expect(cut).toEqual([
    { text: 'ma', marked: true },
    { text: 'il', marked: true },
  ])
  expect(pieces({ text: 'plain', ranges: [] })).toEqual([{ text: 'plain', marked: false }])
})
