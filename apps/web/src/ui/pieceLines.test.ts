import { expect, test } from 'vitest'
import { keepLines, pieceLines } from './pieceLines.ts'

test('a value of several lines is filled in on each, and a gap stands in its line', () => {
  const lines = pieceLines([
    { kind: 'plain', text: '# Rules\n- ' },
    { kind: 'filled', text: 'one\n\ntwo', name: 'rules' },
    { kind: 'plain', text: '\n' },
    { kind: 'gap', name: 'city' },
  ])
  const words = lines.map(({ pieces }) => pieces.map((piece) => (piece.kind === 'gap' ? piece.name : piece.text)))
  expect(words).toEqual([['# Rules'], ['- ', 'one'], [], ['two'], ['city']])
  expect(lines.map(({ kind }) => kind)).toEqual(['heading', 'item', 'plain', 'plain', 'plain'])
})

test('lines that did not change stay the same objects', () => {
  const before = pieceLines([{ kind: 'plain', text: 'a\nb\na' }])
  const after = keepLines(before, pieceLines([{ kind: 'plain', text: 'a\nc\na' }]))
  expect(after[0]).toBe(before[2])
  expect(after[1]).not.toBe(before[1])
  expect(after.map(({ pieces }) => pieces.length)).toEqual([1, 1, 1])
})
