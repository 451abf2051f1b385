import { conversationAbilities } from '@prologue/contracts'
import { expect, test } from 'vitest'
import { readerNote } from './readerNote.ts'

test('who may write needs no note', () => {
  expect(readerNote({ status: 'active', abilities: [...conversationAbilities.editor] })).toBeUndefined()
})

test.each(['paused', 'completed', 'archived'] as const)(
  'a conversation that is %s says so, and how to go on only to those who may make it active',
  (status) => {
    const abilities = ['conversation:read', 'draft:read', 'conversation:set-status'] as const
    expect(readerNote({ status, abilities: [...abilities] })).toBe(`This conversation is ${status}; make it active to write.`)
    expect(readerNote({ status, abilities: [...conversationAbilities.viewer] })).toBe(
      `This conversation is ${status}; it can only be read.`,
    )
  },
)

test('who may not write is told what they can do, and who can let them write', () => {
  expect(readerNote({ status: 'active', abilities: [...conversationAbilities.viewer] })).toBe(
    'You can read here. The owner can let you write, under Share.',
  )
  expect(readerNote({ status: 'active', abilities: [...conversationAbilities.commenter] })).toBe(
    'You can read and comment here. The owner can let you write, under Share.',
  )
})
