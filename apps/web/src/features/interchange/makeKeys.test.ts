import { idSchema } from '@prologue/contracts'
import { expect, test } from 'vitest'
import { makeKeys } from './makeKeys.ts'

test('each item has a key of its own, the same whenever it is asked for, and another import has others', () => {
  const [one, other] = [makeKeys(), makeKeys()]
  const keys = Array.from({ length: 300 }, (_, index) => [one(index), other(index)]).flat()
  expect(new Set(keys).size).toBe(600)
  for (const key of keys) expect(idSchema.safeParse(key).success).toBe(true)
  expect(one(7)).toBe(one(7))
})
