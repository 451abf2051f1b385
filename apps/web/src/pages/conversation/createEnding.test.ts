import type { Account, RoomCloseReason } from '@prologue/contracts'
import { expect, test } from 'vitest'
import { createEnding } from './createEnding.ts'

const account = (role: Account['role']): Account => ({ id: 'a', name: 'Ada', email: null, role, abilities: [] })

function ending(role: Account['role'], closed: RoomCloseReason | null, signedOut = false, leaving = false) {
  return createEnding({
    closed: () => closed,
    signedOut: () => signedOut,
    account: () => account(role),
    leaving: () => leaving,
  })()
}

test('the page is live until something ended', () => {
  expect(ending('user', null)).toBeNull()
  expect(ending('guest', null)).toBeNull()
})

test('a guest loses session and place at once, and reads the same words whichever is heard first', () => {
  expect(ending('guest', 'access-ended')).toBe('visit-ended')
  expect(ending('guest', null, true)).toBe('visit-ended')
})

test('who has an account is told of the session or of the access', () => {
  expect(ending('user', 'access-ended')).toBe('access-ended')
  expect(ending('user', null, true)).toBe('signed-out')
})

test('everybody is told that the conversation itself was deleted', () => {
  expect(ending('guest', 'conversation-deleted')).toBe('conversation-deleted')
  expect(ending('user', 'conversation-deleted')).toBe('conversation-deleted')
})

test('to who leaves of their own will, nothing has happened', () => {
  expect(ending('user', 'access-ended', false, true)).toBeNull()
})
