import { array, assert, constantFrom, integer, oneof, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { draftTextName } from '../protocol.ts'
import { authorRanges, rangeAt } from './authorRanges.ts'

const who = integer({ min: 0, max: 3 })
const place = integer({ min: 0, max: 10_000 })
const step = oneof(
  { weight: 5, arbitrary: record({ kind: constantFrom('insert'), who, at: place, length: integer({ min: 1, max: 6 }) }) },
  { weight: 2, arbitrary: record({ kind: constantFrom('delete'), who, at: place, length: integer({ min: 1, max: 9 }) }) },
  { weight: 1, arbitrary: record({ kind: constantFrom('meet'), who, at: place, length: integer({ min: 1, max: 1 }) }) },
)

/** Who wrote each character, asked of Yjs one place after the other. */
function naive(text: Y.Text): { client: number; clock: number }[] {
  return Array.from(text.toJSON(), (_, index) => {
    const { item } = Y.createRelativePositionFromTypeIndex(text, index)
    if (!item) throw new Error('Every character has its place')
    return { client: item.client, clock: item.clock }
  })
}

function meet(one: Y.Doc, other: Y.Doc): void {
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
}

test('every character is of the one who wrote it, whoever wrote, deleted and met', () => {
  assert(
    property(array(step, { maxLength: 60 }), (steps) => {
      const docs = [1, 2, 3, 4].map((clientId) => Object.assign(new Y.Doc(), { clientID: clientId }))
      for (const { kind, who: index, at, length } of steps) {
        const doc = docs[index]
        const other = docs[at % docs.length]
        if (!doc || !other) continue
        const text = doc.getText(draftTextName)
        const from = at % (text.length + 1)
        if (kind === 'insert') text.insert(from, 'abcdef'.slice(0, length))
        else if (kind === 'delete') text.delete(from, Math.min(length, text.length - from))
        else if (other !== doc) meet(doc, other)
      }
      for (const doc of docs) {
        const text = doc.getText(draftTextName)
        const ranges = authorRanges(text)
        const written = ranges.flatMap(({ from, to, client, clock }) =>
          Array.from({ length: to - from }, (_, index) => ({ client, clock: clock + index })),
        )
        expect(written).toEqual(naive(text))
        // In order and without gaps, and no two that could be one.
        ranges.forEach((range, index) => {
          const before = ranges[index - 1]
          expect(range.from).toBe(before?.to ?? 0)
          expect(range.to).toBeGreaterThan(range.from)
          const goesOn = before?.client === range.client && before.clock + before.to - before.from === range.clock
          expect(goesOn).toBe(false)
        })
        for (const index of [0, 1, text.length >> 1, text.length - 1, text.length]) {
          expect(rangeAt(ranges, index)).toBe(ranges.find(({ from, to }) => from <= index && index < to) ?? null)
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('what somebody wrote around the words of another is two stretches of one writer', () => {
  const ada = Object.assign(new Y.Doc(), { clientID: 1 })
  const grace = Object.assign(new Y.Doc(), { clientID: 2 })
  ada.getText(draftTextName).insert(0, 'Be kind.')
  meet(ada, grace)
  grace.getText(draftTextName).insert(3, 'always ')
  meet(ada, grace)
  expect(authorRanges(ada.getText(draftTextName))).toEqual([
    { from: 0, to: 3, client: 1, clock: 0 },
    { from: 3, to: 10, client: 2, clock: 0 },
    { from: 10, to: 15, client: 1, clock: 3 },
  ])
})
