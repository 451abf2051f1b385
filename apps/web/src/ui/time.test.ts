import { expect, test } from 'vitest'
import { ago, dateOnly, duration } from './time.ts'

const now = new Date(2026, 5, 15, 12)
const before = (ms: number) => ago(new Date(now.getTime() - ms), now)

test('the past as a list tells it', () => {
  expect(before(20_000)).toBe('now')
  expect(before(-5_000)).toBe('now')
  expect(before(5 * 60_000)).toBe('5 min. ago')
  expect(before(3 * 3_600_000)).toBe('3 hr. ago')
  expect(before(30 * 3_600_000)).toBe('yesterday')
  expect(before(20 * 86_400_000)).toBe('May 26')
})

test('another year is named', () => {
  expect(dateOnly(new Date(2025, 0, 2), now)).toBe('Jan 2, 2025')
})

test('durations', () => {
  expect(duration(12)).toBe('12 ms')
  expect(duration(1449)).toBe('1.4 s')
  expect(duration(125_000)).toBe('2 min 5 s')
  expect(duration(59_990)).toBe('1 min 0 s')
  expect(duration(119_990)).toBe('2 min 0 s')
})
