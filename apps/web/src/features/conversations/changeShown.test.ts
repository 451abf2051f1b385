import type { ConversationSummary } from '@prologue/contracts'
import { QueryClient } from '@tanstack/solid-query'
import { expect, test } from 'vitest'
import { changeShown, withChange, type ShownList } from './changeShown.ts'
import { conversationKeys } from './queries.ts'

function conversation(id: string, minute: number, said: Partial<ConversationSummary> = {}): ConversationSummary {
  const lastActivityAt = new Date(Date.UTC(2026, 0, 1, 12, minute))
  return { id, title: id, status: 'active', role: 'owner', lastActivityAt, abilities: [], unread: 2, pinned: false, ...said }
}

/** Two pages: c is pinned, b and a follow, z stands on the second. */
function list(): ShownList {
  return {
    pageParams: [null, 'next'],
    pages: [
      {
        pinned: [conversation('c', 1, { pinned: true })],
        items: [conversation('b', 9), conversation('a', 5)],
        nextCursor: 'next',
      },
      { pinned: [], items: [conversation('z', 2)], nextCursor: null },
    ],
  }
}

const shown = ({ pages }: ShownList) => pages.map(({ pinned, items }) => [pinned.map(({ id }) => id), items.map(({ id }) => id)])

test('what is pinned goes above the others, first', () => {
  expect(shown(withChange(list(), 'active', 'z', { pinned: true }))).toEqual([
    [
      ['z', 'c'],
      ['b', 'a'],
    ],
    [[], []],
  ])
})

test('what is unpinned goes back to its place by time', () => {
  const many = list()
  many.pages[0]?.items.push(conversation('y', 0))
  expect(shown(withChange(many, 'active', 'c', { pinned: false }))[0]).toEqual([[], ['b', 'a', 'c', 'y']])
})

test('what is in another state, or deleted, leaves the list, wherever it stood', () => {
  expect(shown(withChange(list(), 'active', 'a', { status: 'paused' }))[0]).toEqual([['c'], ['b']])
  expect(shown(withChange(list(), 'active', 'c', 'gone'))[0]).toEqual([[], ['b', 'a']])
  expect(shown(withChange(list(), 'active', 'z', 'gone'))[1]).toEqual([[], []])
})

test('what is read stays where it is, and a list without it stays the same', () => {
  const before = list()
  const after = withChange(before, 'active', 'b', { unread: 0 })
  expect(after.pages[0]?.items[0]).toMatchObject({ id: 'b', unread: 0 })
  expect(shown(after)).toEqual(shown(before))
  expect(withChange(before, 'active', 'x', 'gone')).toBe(before)
})

test('every list that is shown, and the open conversation, have the change at once', () => {
  const queryClient = new QueryClient()
  const active = conversationKeys.list({ status: 'active', role: undefined, search: '' })
  const searched = conversationKeys.list({ status: 'active', role: 'mine', search: 'b' })
  for (const key of [active, searched]) queryClient.setQueryData(key, list())
  queryClient.setQueryData(conversationKeys.one('b'), conversation('b', 9))
  changeShown(queryClient, 'b', { status: 'completed' })
  for (const key of [active, searched]) {
    expect(shown(queryClient.getQueryData<ShownList>(key) ?? list())[0]).toEqual([['c'], ['a']])
  }
  expect(queryClient.getQueryData(conversationKeys.one('b'))).toMatchObject({ status: 'completed' })
})
