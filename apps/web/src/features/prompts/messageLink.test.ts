import { expect, test } from 'vitest'
import { linkedMessage, messageLink } from './messageLink.ts'

const id = '0198c0de-0000-7000-8000-000000000000'

test('the address of a message leads back to it', () => {
  const url = new URL(messageLink('0198c0de-0000-7000-8000-000000000001', id))
  expect(url.pathname).toBe('/c/0198c0de-0000-7000-8000-000000000001')
  expect(linkedMessage(url.hash)).toBe(id)
  expect(linkedMessage(url.hash.toUpperCase().replace('MESSAGE', 'message'))).toBe(id)
})

test.each(['', '#', '#message-', '#message-x', `#prompt-${id}`, `#message-${id}0`])('%j leads to none', (hash) => {
  expect(linkedMessage(hash)).toBeNull()
})
