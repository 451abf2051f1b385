import { describe, expect, it } from 'vitest'
import { cutPage, instantPlace, numberPlace, readCursor } from './pages.ts'

const id = '0198c0de-0000-7000-8000-000000000000'
const written = (values: unknown) => Buffer.from(JSON.stringify(values)).toString('base64url')

describe('a page', () => {
  const rows = [3, 2, 1].map((value) => ({ value, id }))
  const placeOf = ({ value, id: of }: (typeof rows)[number]) => [value, of]

  it('goes on after its last row where there is one more, and ends where there is none', () => {
    const { items, nextCursor } = cutPage(rows, 2, placeOf)
    expect(items).toEqual(rows.slice(0, 2))
    expect(readCursor(nextCursor ?? '', numberPlace)).toEqual([2, id])
    expect(cutPage(rows, 3, placeOf)).toEqual({ items: rows, nextCursor: null })
    expect(cutPage([], 3, placeOf)).toEqual({ items: [], nextCursor: null })
  })

  it('ends at an instant to the millisecond', () => {
    const at = new Date(1_790_000_000_123)
    const { nextCursor } = cutPage([at, at], 1, (instant) => [instant, id])
    expect(readCursor(nextCursor ?? '', instantPlace)).toEqual([at, id])
  })
})

describe('a cursor', () => {
  it('is none before the first page', () => {
    expect(readCursor(undefined, numberPlace)).toBeNull()
  })

  it.each([
    '',
    'x',
    '!!',
    `1.${id}`,
    written(null),
    written({}),
    written([1]),
    written([1, 'x']),
    written([1, id, 2]),
    written(['1', id]),
    written([-1, id]),
    written([1.5, id]),
    written([1e300, id]),
    written([10_000_000_000_000, id]),
    written([{}, id]),
  ])('is refused where the list did not write it: %s', (cursor) => {
    expect(() => readCursor(cursor, instantPlace)).toThrow('This page of the list does not exist')
  })
})
