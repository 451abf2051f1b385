import type { Person } from '@prologue/contracts'
import { cleanup, render } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { Presence } from './Presence.tsx'

afterEach(cleanup)

const [ada, grace, alan] = ['Ada', 'Grace', 'Alan'].map((name): Person => ({ id: name, name, colour: '#445566' }))

function renderPresence() {
  const [people, setPeople] = createSignal<readonly (Person | undefined)[]>([])
  const [conversationId, setConversationId] = createSignal('one')
  const { container } = render(() => (
    <Presence
      conversationId={conversationId()}
      people={people().filter((person) => person !== undefined)}
      participants={[]}
      meId="Ada"
    />
  ))
  return { setPeople, setConversationId, words: () => container.querySelector('[aria-live=polite]')?.textContent }
}

test('who comes and who leaves is announced, not who was there before', () => {
  const { setPeople, words } = renderPresence()
  setPeople([ada, grace])
  expect(words()).toBe('')
  setPeople([ada, grace, alan])
  expect(words()).toBe('Alan is here.')
  setPeople([ada, alan])
  expect(words()).toBe('Grace has left.')
})

test('a connection that was gone, and another conversation, take nobody away', () => {
  const { setPeople, setConversationId, words } = renderPresence()
  setPeople([ada, grace])
  setPeople([])
  setPeople([ada, grace])
  expect(words()).toBe('')
  setConversationId('two')
  setPeople([])
  setPeople([ada, alan])
  expect(words()).toBe('')
})
