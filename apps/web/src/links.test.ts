import { expect, test } from 'vitest'
import { linkedId, pathTo } from './links.ts'

const id = '0198c0de-0000-7000-8000-000000000000'
const conversationId = '0198c0de-0000-7000-8000-000000000001'

test.each(['message', 'comment'] as const)('the address of a %s leads back to it', (kind) => {
  const url = new URL(pathTo(conversationId, kind, id), 'http://localhost')
  expect(url.pathname).toBe(`/c/${conversationId}`)
  expect(linkedId(kind, url.hash)).toBe(id)
  expect(linkedId(kind, `#${kind}-${id.toUpperCase()}`)).toBe(id)
})

test.each(['', '#', '#message-', '#message-x', `#prompt-${id}`, `#comment-${id}`, `#message-${id}0`])(
  '%j leads to no message',
  (hash) => {
    expect(linkedId('message', hash)).toBeNull()
  },
)
