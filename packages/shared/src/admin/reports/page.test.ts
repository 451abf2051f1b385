import { expect, it } from 'vitest'
import { instantOf, numberOf, orNull, textOf } from './page.ts'

it('A column that a view has not is a failure, not nothing', () => {
  for (const read of [numberOf, textOf, instantOf]) {
    expect(() => read({}, 'entries')).toThrow('no column entries')
    expect(() => orNull<unknown>(read, {}, 'entries')).toThrow('no column entries')
  }
})

it('Nothing in a column is read as null only where it may be', () => {
  for (const read of [numberOf, textOf, instantOf]) {
    expect(() => read({ entries: null }, 'entries')).toThrow('nothing in the column entries')
    expect(orNull<unknown>(read, { entries: null }, 'entries')).toBeNull()
  }
})

it('Numbers may come as text and instants as milliseconds', () => {
  expect([numberOf({ at: '3.5' }, 'at'), numberOf({ at: 0 }, 'at'), textOf({ at: '' }, 'at')]).toEqual([3.5, 0, ''])
  expect(orNull(instantOf, { at: 0 }, 'at')).toEqual(new Date(0))
})
