import { expect, test } from 'vitest'
import { findBursts, type Happening } from './findBursts.ts'

const minute = 60_000
const rule = { threshold: 3, windowMs: 10 * minute }
const at = (...minutes: number[]): Happening[] => minutes.map((one) => ({ at: one * minute, weight: 1 }))

test('fewer than the threshold within a window are no burst, however many there are in all', () => {
  expect(findBursts(at(0, 6, 12, 18, 24, 30), rule)).toEqual([])
})

test('a burst begins with the first within the window and has all that its window has', () => {
  expect(findBursts(at(0, 20, 21, 22, 25, 30, 31), rule)).toEqual([{ firstAt: 20 * minute, lastAt: 30 * minute, count: 5 }])
})

test('what goes on for longer is told once a window', () => {
  const bursts = findBursts(at(...Array.from({ length: 40 }, (_none, index) => index)), rule)
  expect(bursts.map(({ firstAt, count }) => [firstAt / minute, count])).toEqual([
    [0, 11],
    [11, 11],
    [22, 11],
    [33, 7],
  ])
})

test('one thing may be much by itself', () => {
  expect(findBursts([{ at: 5, weight: 3 }], rule)).toEqual([{ firstAt: 5, lastAt: 5, count: 3 }])
})
