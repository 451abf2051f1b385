import { conversationAbilities } from '@prologue/contracts'
import { expect, test } from 'vitest'
import { readerNote } from './readerNote.ts'

test('who may write needs no note', () => {
  expect(readerNote({ status: 'active', abilities: [...conversationAbilities.editor] })).toBeUndefined()
})

test('an archived conversation says so, and how to go on only to those who may bring it back', () => {
  const abilities = ['conversation:read', 'draft:read', 'conversation:set-status'] as const
  expect(readerNote({ status: 'archived', abilities: [...abilities] })).toBe(
    'This conversation is archived; bring it back to write.',
  )
  expect(readerNote({ status: 'archived', abilities: [...conversationAbilities.viewer] })).toBe(
    'This conversation is archived; it can only be read.',
  )
})

test('a reader is told who can let them write', () => {
  expect(readerNote({ status: 'active', abilities: [...conversationAbilities.viewer] })).toBe(
    'You can read here. An owner can give you a link to write.',
  )
})
