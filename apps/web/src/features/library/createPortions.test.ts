import { createRoot, createSignal } from 'solid-js'
import { expect, test } from 'vitest'
import { createPortions } from './createPortions.ts'

function begin(name: string, count: number) {
  const [all, setAll] = createSignal(Array.from({ length: count }, (_, at) => at))
  const [list, setList] = createSignal(name)
  return createRoot((leave) => ({ ...createPortions(all, list), all, setAll, setList, leave }))
}

test('a list is drawn as far as it was come near, and what comes behind its end is for later', () => {
  const { all, setAll, shown, grow, isWhole, leave } = begin('one', 20)
  expect(shown()).toEqual(all().slice(0, 8))
  grow()
  expect([shown().length, isWhole()]).toEqual([16, false])
  grow()
  expect([shown().length, isWhole()]).toEqual([20, true])
  setAll([...all(), ...all()])
  expect([shown().length, isWhole()]).toEqual([24, false])
  leave()
})

test('another list begins at its beginning; one that was looked at is as long as it was, also on the page that comes back', () => {
  const { setList, shown, grow, leave } = begin('two', 40)
  grow()
  setList('three')
  expect(shown()).toHaveLength(8)
  setList('two')
  expect(shown()).toHaveLength(16)
  grow()
  leave()
  expect(begin('two', 40).shown()).toHaveLength(24)
  expect(begin('three', 40).shown()).toHaveLength(8)
})
