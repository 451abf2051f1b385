import { expect, test } from 'vitest'
import { choosePart } from './choosePart.ts'

const rows = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
const size = (templateId: string, number: number, characters: number) => ({ templateId, number, size: characters - 1_000 })

test.each([
  ['all where they fit', [size('a', 1, 3_000), size('b', 1, 3_000), size('c', 1, 3_000)], ['a', 'b', 'c'], 0],
  ['those before the one that does not', [size('a', 1, 3_000), size('b', 2, 4_000), size('b', 1, 4_000)], ['a'], 0],
  ['the first without its oldest versions', [size('a', 3, 4_000), size('a', 2, 4_000), size('a', 1, 4_000)], ['a'], 1],
  ['the newest version, however large', [size('a', 2, 40_000), size('a', 1, 40_000)], ['a'], 1],
])('takes %s', (_, sizes, ids, olderLeft) => {
  const part = choosePart(rows, sizes, 10_000)
  expect([part.rows.map(({ id }) => id), part.olderLeft]).toEqual([ids, olderLeft])
})
