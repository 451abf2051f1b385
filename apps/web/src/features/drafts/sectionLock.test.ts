import { lockedSections, markSections } from '@prologue/prompt-kit'
import { expect, test } from 'vitest'
import { lockAfter, withLock } from './sectionLock.ts'

const text = '# Tone\n\nWarm.'
const written = [...markSections(text)].map(([section, mark]) => ({ section, written: [mark], lock: null }))

test('what the assistant wrote is open by itself: locking it says so, opening it again says nothing', () => {
  expect(lockAfter(text, written, 'tone')).toBe('locked')
  const locked = withLock(written, 'tone', 'locked')
  expect(lockedSections(text, locked)).toEqual(new Set(['tone']))
  expect(lockAfter(text, locked, 'tone')).toBeNull()
})

test('what people edited is locked by itself: opening it says so, locking it again says nothing', () => {
  expect(lockAfter(`${text} And exact.`, written, 'tone')).toBe('open')
  expect(lockAfter(`${text} And exact.`, withLock(written, 'tone', 'open'), 'tone')).toBeNull()
})

test('a section nothing is known of yet can be opened', () => {
  expect(lockAfter(text, [], 'tone')).toBe('open')
  expect(lockedSections(text, withLock([], 'tone', 'open'))).toEqual(new Set())
})
