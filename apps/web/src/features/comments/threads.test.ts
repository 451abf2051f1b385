import type { Comment } from '@prologue/contracts'
import { expect, test } from 'vitest'
import { groupThreads, toThreads } from './threads.ts'

const someAnchor = { start: { tname: 'draft' }, end: { tname: 'draft' }, quote: 'words' }
const comment = (id: string, said: Partial<Comment> = {}): Comment => ({
  id,
  parentId: null,
  author: { id: 'ada', name: 'Ada', colour: '#445566', guest: false },
  body: id,
  mentions: [],
  anchor: someAnchor,
  createdAt: new Date(0),
  editedAt: null,
  resolved: null,
  abilities: [],
  ...said,
})
const resolved = (at: number) => ({ resolved: { by: null, at: new Date(at) } })

test('threads stand in the order of the text, those without a place by themselves, resolved ones last', () => {
  const threads = toThreads([
    comment('later'),
    comment('earlier'),
    comment('all', { anchor: null }),
    comment('lost'),
    comment('answer', { parentId: 'later', anchor: null }),
    comment('settled first', resolved(1)),
    comment('settled last', resolved(2)),
    comment('orphan', { parentId: 'nobody', anchor: null }),
  ])
  const ranges = new Map([
    ['later', { from: 9, to: 12 }],
    ['earlier', { from: 2, to: 4 }],
    ['settled first', { from: 0, to: 1 }],
  ])
  const groups = groupThreads(threads, ranges)
  expect(Object.entries(groups).map(([name, list]) => [name, list.map(({ id }) => id)])).toEqual([
    ['inText', ['earlier', 'later']],
    ['onAll', ['all']],
    ['lost', ['lost']],
    ['resolved', ['settled last', 'settled first']],
  ])
  expect(groups.inText[1]?.answers.map(({ id }) => id)).toEqual(['answer'])
})
