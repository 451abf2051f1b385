import { expect, test } from 'vitest'
import { sharesOf } from './sharesOf.ts'
import { dayWord, usageFigures, usesWord, weeksOf } from './usageFigures.ts'

const days = (...uses: number[]) =>
  uses.map((many, index) => ({ day: `2026-11-${String(index + 1).padStart(2, '0')}`, uses: many }))

test('all uses and the busiest day, the first of two alike', () => {
  expect(usageFigures(days(1, 4, 0, 4))).toEqual({ all: 9, busiest: { day: '2026-11-02', uses: 4 } })
  expect(usageFigures(days(0, 0))).toEqual({ all: 0, busiest: undefined })
  expect(usageFigures([])).toEqual({ all: 0, busiest: undefined })
})

test('weeks end with the newest day', () => {
  expect(weeksOf(days(5, 1, 1, 1, 1, 1, 1, 1, 2))).toEqual([
    { from: '2026-11-03', to: '2026-11-09', uses: 8 },
    { from: '2026-11-01', to: '2026-11-02', uses: 6 },
  ])
  expect(weeksOf([])).toEqual([])
})

test('a day is named as the server counted it, wherever one is', () => {
  expect(dayWord('2026-11-01')).toBe('Nov 1')
  expect([usesWord(1), usesWord(1204)]).toEqual(['1 use', '1,204 uses'])
})

test('five stars come first, the longest bar is the most frequent', () => {
  expect(sharesOf([1, 0, 0, 4, 2])).toEqual([
    { stars: 5, count: 2, share: 0.5 },
    { stars: 4, count: 4, share: 1 },
    { stars: 3, count: 0, share: 0 },
    { stars: 2, count: 0, share: 0 },
    { stars: 1, count: 1, share: 0.25 },
  ])
  expect(sharesOf([0, 0, 0, 0, 0]).every(({ share }) => share === 0)).toBe(true)
})
