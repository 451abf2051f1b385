import { expect, test } from 'vitest'
import { addEdit, addPiece } from './liveText.ts'

test('pieces in order make the text', () => {
  expect(addPiece('', 0, 'You are')).toBe('You are')
  expect(addPiece('You are', 7, ' a guide')).toBe('You are a guide')
})

test('a piece that was there already changes nothing', () => {
  expect(addPiece('You are a guide', 3, ' are')).toBe('You are a guide')
})

test('a piece that reaches over the end adds the rest', () => {
  expect(addPiece('You are', 4, 'are a guide')).toBe('You are a guide')
})

test('a gap is noticed', () => {
  expect(addPiece('You', 5, 'x')).toBeNull()
})

test('edits come in order, each once, and a missed one is noticed', () => {
  const edit = { section: 'tone', op: 'replace', text: 'Warm.' } as const
  const one = addEdit([], 0, edit)
  expect(one).toEqual([edit])
  expect(addEdit([edit], 0, edit)).toEqual([edit])
  expect(addEdit([edit], 2, edit)).toBeNull()
})
