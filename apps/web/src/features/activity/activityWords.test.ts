import { expect, it } from 'vitest'
import { nobodyWords, valueWords, whatHappened } from './activityWords.ts'

const entity = { type: 'conversations', id: null }

it('tells what was done to what', () => {
  expect(whatHappened({ action: 'create', entity, changes: null })).toBe('created a conversation')
  const changes = { title: {}, status: {}, lockedUntil: {} }
  expect(whatHappened({ action: 'update', entity, changes })).toBe('changed title, status and locked until of a conversation')
  expect(whatHappened({ action: 'purge', entity: { type: 'users', id: null }, changes: null })).toBe(
    'removed for good an account',
  )
  expect(whatHappened({ action: 'sign-in', entity: { type: 'users', id: null }, changes: null })).toBe('signed in')
  expect(whatHappened({ action: 'new', entity: { type: 'new_things', id: null }, changes: null })).toBe('new a new things')
})

it('tells of what one owns as the one there is', () => {
  expect(whatHappened({ action: 'create', entity, changes: null }, 'the')).toBe('created the conversation')
  expect(whatHappened({ action: 'create', entity: { type: 'prompts', id: null }, changes: null }, 'the')).toBe(
    'created a message',
  )
})

it('tells who it was where nobody was signed in', () => {
  expect(nobodyWords({ ip: null })).toBe('The server')
  expect(nobodyWords({ ip: '127.0.0.1' })).toBe('Somebody not signed in')
})

it('shows of a value what the audit keeps, and no more', () => {
  expect(valueWords('[redacted]')).toBe('kept secret')
  expect(valueWords({ length: 12, sha256: '0123456789abcdef' })).toBe('a text of 12 characters (SHA-256 01234567…)')
  expect(valueWords(null)).toBe('nothing')
  expect(valueWords(['a', 1])).toBe('["a",1]')
})
