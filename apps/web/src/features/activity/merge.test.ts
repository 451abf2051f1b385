import { expect, it } from 'vitest'
import { has, merge } from './merge.ts'

const row = (sequence: number, at = sequence) => ({ id: `row ${sequence}`, sequence, at: new Date(at) })
const ids = (rows: readonly { sequence: number }[]) => rows.map(({ sequence }) => sequence)

it('holds each row of both once, the newest first', () => {
  expect(ids(merge([], [row(1), row(2)]))).toEqual([2, 1])
  expect(ids(merge([row(5), row(3)], []))).toEqual([5, 3])
  expect(ids(merge([row(5), row(3)], [row(2), row(1)]))).toEqual([5, 3, 2, 1])
  expect(ids(merge([row(5), row(3)], [row(6), row(7)]))).toEqual([7, 6, 5, 3])
  expect(ids(merge([row(5), row(3), row(1)], [row(1), row(4), row(5), row(4), row(2), row(6)]))).toEqual([6, 5, 4, 3, 2, 1])
})

it('puts what happened at one instant in the order of its numbers, and a late number where its instant is', () => {
  expect(ids(merge([row(9, 100), row(7, 100)], [row(8, 100)]))).toEqual([9, 8, 7])
  expect(ids(merge([row(9, 100), row(7, 90)], [row(8, 200)]))).toEqual([8, 9, 7])
})

it('is the same as putting all in order, whatever comes', () => {
  let seed = 7
  const random = (below: number) => (seed = (seed * 16_807) % 2_147_483_647) % below
  for (let round = 0; round < 500; round += 1) {
    const all = Array.from({ length: random(30) }, (_, number) => row(number, random(10)))
    const inOrder = all.toSorted((one, other) => other.at.getTime() - one.at.getTime() || other.sequence - one.sequence)
    const known = inOrder.filter(() => random(2) === 0)
    const more = all.filter((one) => !known.includes(one) || random(3) === 0)
    expect(merge(known, more)).toEqual(inOrder)
  }
})

it('knows which rows it has', () => {
  const known = [row(5), row(3), row(1)]
  expect([5, 4, 3, 2, 1, 0].map((sequence) => has(known, row(sequence)))).toEqual([true, false, true, false, true, false])
})
