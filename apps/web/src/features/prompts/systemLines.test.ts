import type { SystemLine } from '@prologue/contracts'
import { expect, test } from 'vitest'
import { lineSentence, placeLines } from './systemLines.ts'

const at = (minute: number) => new Date(2026, 0, 1, 12, minute)
const line = (minute: number): SystemLine => ({ id: `l${minute}`, kind: 'joined', by: null, name: '', at: at(minute) })
const exchange = (minute: number) => ({ id: `p${minute}`, createdAt: at(minute) })
const lines = [line(1), line(5), line(6), line(15)]
const items = [exchange(2), exchange(10)]

const placesOf = (log: Parameters<typeof placeLines>[0]) =>
  Object.fromEntries([...placeLines(log, lines)].map(([id, placed]) => [String(id), placed.map((one) => one.id)]))

test('a line stands before the next exchange, and after the last one at the end', () => {
  expect(placesOf({ items, older: null, newer: null })).toEqual({ p2: ['l1'], p10: ['l5', 'l6'], null: ['l15'] })
})

test('what happened beyond the piece that was read waits', () => {
  expect(placesOf({ items, older: 'more', newer: 'more' })).toEqual({ p10: ['l5', 'l6'] })
})

test('where nothing was written all stand at the end', () => {
  expect(placesOf({ items: [], older: null, newer: null })).toEqual({ null: ['l1', 'l5', 'l6', 'l15'] })
})

test('each kind is a sentence', () => {
  const by = { id: 'a', name: 'Ada', colour: '#445566', guest: true }
  expect(lineSentence({ kind: 'joined', by, name: '' }, 'b')).toBe('Ada (guest) joined')
  expect(lineSentence({ kind: 'saved', by, name: 'Done' }, 'a')).toBe('You saved the checkpoint “Done”')
  expect(lineSentence({ kind: 'restored', by: null, name: '' }, 'a')).toBe('Somebody restored an earlier state of the draft')
})
