import { expect, test } from 'vitest'
import { addPiece } from './liveText.ts'

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
