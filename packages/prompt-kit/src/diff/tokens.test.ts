import { expect, test } from 'vitest'
import { diffTokens, mostWork } from './tokens.ts'

/** Words in an order that is another for each `seed`, in lines of twelve; some lines every text has. */
function textOf(seed: number, words: number): string {
  let state = seed
  const parts = Array.from({ length: words }, (_, index) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    if (index % 100 === 0) return `\nPart ${index}.\n`
    return `word${state % 400}${index % 12 === 0 ? '\n' : ' '}`
  })
  return parts.join('')
}

test.each([1_000, 3_000, 20_000])('two unlike texts of %i words are compared with no more work than is allowed', (words) => {
  const [before, after] = [textOf(1, words), textOf(2, words)]
  const work = { left: mostWork }
  const parts = diffTokens(before, after, work) ?? []
  expect(work.left).toBeGreaterThanOrEqual(0)
  expect(work.left).toBeLessThan(mostWork / 2)
  // The lines that both have are found still.
  expect(parts.some(({ kind, text }) => kind === 'same' && text === 'Part 100.\n')).toBe(true)
})

test.each([0, 1, 500, 20_000])('however little work there is (%i), the parts hold both texts', (left) => {
  const [before, after] = [textOf(1, 1_000), textOf(2, 1_000)]
  const work = { left }
  const parts = diffTokens(before, after, work) ?? []
  const without = (kind: 'removed' | 'added') => parts.flatMap((part) => (part.kind === kind ? [] : [part.text])).join('')
  expect([without('added'), without('removed')]).toEqual([before, after])
  expect(work.left).toBeGreaterThanOrEqual(0)
})

test('texts that differ in few places take little of it', () => {
  const before = textOf(1, 20_000)
  const work = { left: mostWork }
  diffTokens(before, before.replace('word50 ', 'other ').replace('Part 19000.', ''), work)
  expect(work.left).toBeGreaterThan(mostWork / 2)
})
