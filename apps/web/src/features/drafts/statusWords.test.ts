import { expect, test } from 'vitest'
import { closingOf, closings, statusWord, unsendableNote } from './statusWords.ts'

test('the words of the header', () => {
  expect(statusWord({ state: 'loading', unsent: 0 })).toBe('Opening…')
  expect(statusWord({ state: 'saved', unsent: 0 })).toBe('Saved')
  expect(statusWord({ state: 'saving', unsent: 3 })).toBe('Saving…')
})

test('offline counts what only this browser has', () => {
  expect(statusWord({ state: 'offline', unsent: 0 })).toBe('Offline')
  expect(statusWord({ state: 'offline', unsent: 1 })).toBe('Offline (1 edit kept here)')
  expect(statusWord({ state: 'offline', unsent: 1204 })).toBe('Offline (1,204 edits kept here)')
})

test('edits that may not be sent are never called saved', () => {
  expect(statusWord({ state: 'unsendable', unsent: 1 })).toBe('Not sent (1 edit kept here)')
  expect(unsendableNote(1).title).toBe('1 edit kept here, not sent: you may only read now')
  expect(unsendableNote(3).title).toBe('3 edits kept here, not sent: you may only read now')
})

test('edits are only discarded where the server refuses them, and never without a word to copy first', () => {
  expect(closings['BAD_UPDATE']).toMatchObject({ way: 'discard', text: expect.stringContaining('Copy') })
  expect(closings['TOO_LARGE']).toMatchObject({ way: 'discard', text: expect.stringContaining('Copy') })
  expect(closings['access-ended'].way).toBe('none')
  expect(closings['server-stopping'].way).toBe('reopen')
})

test('a full draft says what it is full of, in the words of the server', () => {
  const words = 'You have this open 20 times. Close one of these pages and try again.'
  expect(closingOf('ROOM_FULL', words)).toMatchObject({ text: words, way: 'reopen' })
  expect(closingOf('NOT_FOUND', 'This does not exist.')).toBe(closings['NOT_FOUND'])
})
