import type { Conversation } from '@prologue/contracts'
import { createRoot, createSignal } from 'solid-js'
import { expect, test, vi } from 'vitest'
import { createRightsNews } from './createRightsNews.ts'

test('messages and comments are read again with another role or status, and with nothing else', () => {
  const [conversation, setConversation] = createSignal<Pick<Conversation, 'role' | 'status' | 'title'>>({
    role: 'editor',
    status: 'active',
    title: 'A shop',
  })
  const read = vi.fn<() => void>()
  const dispose = createRoot((end) => {
    createRightsNews(conversation, read)
    return end
  })
  expect(read).not.toHaveBeenCalled()
  setConversation({ role: 'editor', status: 'active', title: 'Another shop' })
  expect(read).not.toHaveBeenCalled()
  setConversation({ role: 'owner', status: 'active', title: 'Another shop' })
  expect(read).toHaveBeenCalledTimes(1)
  setConversation({ role: 'owner', status: 'paused', title: 'Another shop' })
  expect(read).toHaveBeenCalledTimes(2)
  dispose()
})
