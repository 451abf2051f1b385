import { expect, test } from 'vitest'
import { exactMoney, money } from './money.ts'

test('what is spent has as many places as tell it apart from nothing', () => {
  expect(money(0)).toBe('$0')
  expect(money(7.5)).toBe('under $0.0001')
  expect(money(99)).toBe('under $0.0001')
  expect(money(100)).toBe('$0.0001')
  expect(money(4_321)).toBe('$0.0043')
  expect(money(10_000)).toBe('$0.01')
  expect(money(1_266_000)).toBe('$1.27')
  expect(money(1_234_567_890)).toBe('$1,234.57')
})

test('a price keeps all of its places', () => {
  expect(exactMoney(2_500_000)).toBe('$2.50')
  expect(exactMoney(75_000)).toBe('$0.075')
  expect(exactMoney(1)).toBe('$0.000001')
  expect(exactMoney(0)).toBe('$0.00')
})
