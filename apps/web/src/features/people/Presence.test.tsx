import type { Presence as Present } from '@prologue/contracts'
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Presence, type InDraft } from './Presence.tsx'

beforeEach(() => {
  vi.useFakeTimers()
  window.matchMedia = (media) =>
    Object.assign(new EventTarget(), { media, matches: false, onchange: null, addListener() {}, removeListener() {} })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const present = (name: string): Present => ({ id: name, name, colour: '#445566', guest: false, idle: false, typing: false })
const [ada, grace, alan] = [present('Ada'), present('Grace'), present('Alan')]

function renderPresence(follow?: (id: string | null) => void) {
  const [people, setPeople] = createSignal<readonly Present[]>([])
  const [conversationId, setConversationId] = createSignal('one')
  const [whereabouts, setWhereabouts] = createSignal<ReadonlyMap<string, InDraft>>(new Map())
  const { container } = render(() => (
    <Presence
      conversationId={conversationId()}
      people={people()}
      participants={[{ person: grace, role: 'commenter' }]}
      meId="Ada"
      whereabouts={whereabouts()}
      following={follow && { id: null, follow }}
    />
  ))
  return { setPeople, setConversationId, setWhereabouts, words: () => container.querySelector('[aria-live=polite]')?.textContent }
}

test('who comes and who leaves is announced, not who was there before', () => {
  const { setPeople, words } = renderPresence()
  setPeople([ada, grace])
  expect(words()).toBe('')
  setPeople([ada, grace, alan])
  expect(words()).toBe('Alan is here.')
  vi.advanceTimersByTime(6_000)
  setPeople([ada, alan])
  expect(words()).toBe('Grace has left.')
})

test('a coming and going within moments is one sentence, or none', () => {
  const { setPeople, words } = renderPresence()
  setPeople([ada])
  setPeople([ada, grace])
  setPeople([ada, grace, alan])
  setPeople([ada, alan])
  expect(words()).toBe('Grace is here.')
  vi.advanceTimersByTime(6_000)
  expect(words()).toBe('Alan is here. Grace has left.')
})

test('a connection that was gone, and another conversation, take nobody away', () => {
  const { setPeople, setConversationId, words } = renderPresence()
  setPeople([ada, grace])
  setPeople([])
  setPeople([ada, grace])
  vi.advanceTimersByTime(6_000)
  expect(words()).toBe('')
  setConversationId('two')
  setPeople([])
  setPeople([ada, alan])
  expect(words()).toBe('')
})

test('a face says who it is, what they may do and what they do', () => {
  const { setPeople } = renderPresence()
  setPeople([ada, grace])
  expect(screen.getByRole('button', { name: 'Grace, Can comment, here' })).toBeTruthy()
  setPeople([ada, { ...grace, typing: true }])
  expect(screen.getByRole('button', { name: 'Grace, Can comment, writing a message' })).toBeTruthy()
  setPeople([ada, { ...grace, idle: true }])
  expect(screen.getByRole('button', { name: 'Grace, Can comment, idle' })).toBeTruthy()
})

test('who writes in the draft is said to write, and where', () => {
  const { setPeople, setWhereabouts } = renderPresence()
  setPeople([ada, grace])
  setWhereabouts(new Map([['Grace', { section: 'Tone', writing: true }]]))
  expect(screen.getByRole('button', { name: 'Grace, Can comment, writing, in “Tone”' })).toBeTruthy()
  setWhereabouts(new Map([['Grace', { section: null, writing: false }]]))
  expect(screen.getByRole('button', { name: 'Grace, Can comment, here' })).toBeTruthy()
})

test('of a guest it is said that they are one, whatever they call themselves', () => {
  const { setPeople, words } = renderPresence()
  setPeople([ada])
  setPeople([ada, { ...alan, name: 'Ada', guest: true }])
  expect(words()).toBe('Ada (guest) is here.')
  fireEvent.keyDown(screen.getByRole('button', { name: 'Ada (guest), here' }), { key: 'Enter' })
  expect(screen.getByRole('menu').textContent).toContain('Ada guest')
})

test('a face opens to a menu from which their cursor is followed', () => {
  const follow = vi.fn<(id: string | null) => void>()
  const { setPeople } = renderPresence(follow)
  setPeople([ada, grace])
  fireEvent.keyDown(screen.getByRole('button', { name: /^Grace/ }), { key: 'Enter' })
  fireEvent.keyDown(screen.getByRole('menuitem', { name: 'Follow their cursor' }), { key: 'Enter' })
  expect(follow).toHaveBeenCalledExactlyOnceWith('Grace')
})

test('more than four are a number that opens to the rest', () => {
  const { setPeople } = renderPresence()
  setPeople([ada, ...['One', 'Two', 'Three', 'Four', 'Five', 'Six'].map(present)])
  fireEvent.keyDown(screen.getByRole('button', { name: '2 more here' }), { key: 'Enter' })
  expect(screen.getByText('Five')).toBeTruthy()
  expect(screen.getByText('Six')).toBeTruthy()
})
