import type { Checkpoint } from '@prologue/contracts'
import { expect, test } from 'vitest'
import { checkpointWhat, checkpointWho, clock, dayName, groupByDay } from './checkpointWords.ts'
import { comparisonWords } from './comparisonWords.ts'
import { writtenWhen } from './writtenWhen.ts'

const now = new Date(2026, 10, 22, 15, 0)
const at = (hours: number, minutes = 0, day = 22) => new Date(2026, 10, day, hours, minutes)
const checkpoint: Checkpoint = { id: 'one', kind: 'manual', name: 'First', createdBy: null, createdAt: at(14), size: 3 }

const entry = (id: string, createdAt: Date): Checkpoint => ({ ...checkpoint, id, createdAt })

test('an entry says what it is and who made it', () => {
  expect(checkpointWhat(checkpoint)).toBe('First')
  expect(checkpointWhat({ kind: 'restore', name: 'First' })).toBe('Before “First” was restored')
  expect(checkpointWhat({ kind: 'restore', name: '' })).toBe('Before an earlier state was restored')
  expect(checkpointWho(checkpoint, 'ada')).toBe('By itself')
  const ada = { id: 'ada', name: 'Ada', colour: '#000000', guest: false }
  expect(checkpointWho({ createdBy: ada }, 'ada')).toBe('You')
  expect(checkpointWho({ createdBy: ada }, 'grace')).toBe('Ada')
  expect(checkpointWho({ createdBy: { ...ada, guest: true } }, 'grace')).toBe('Ada (guest)')
  expect(checkpointWho({ createdBy: { ...ada, name: '' } }, 'grace')).toBe('A deleted account')
})

test('days are named as people name them', () => {
  expect(dayName(at(0), now)).toBe('Today')
  expect(dayName(at(23, 59, 21), now)).toBe('Yesterday')
  expect(dayName(at(12, 0, 20), now)).toBe('November 20')
  expect(dayName(new Date(2025, 10, 22), now)).toBe('November 22, 2025')
  expect(clock(at(0, 5))).toBe('00:05')
})

test('the time line is grouped by day, in its order', () => {
  const entries = [entry('0', at(14)), entry('1', at(9)), entry('2', at(23, 0, 21)), entry('3', at(8, 0, 3))]
  const days = groupByDay(entries, now).map((day) => `${day.name}: ${day.entries.map(({ id }) => id).join(' ')}`)
  expect(days).toEqual(['Today: 0 1', 'Yesterday: 2', 'November 3: 3'])
})

test('two states are compared from the earlier to the later, whichever was chosen first', () => {
  const earlier: Checkpoint = { ...entry('0', new Date(2001, 0, 2, 9)), kind: 'time' }
  const words = 'From January 2, 2001, 09:00 to “First” (January 3, 2001, 09:00)'
  const later = entry('1', new Date(2001, 0, 3, 9))
  expect(comparisonWords(earlier, later, 0)).toBe(`${words}: no difference.`)
  expect(comparisonWords(later, earlier, 1)).toBe(`${words}: what went is struck through, what came is marked.`)
  expect(comparisonWords(later, undefined, 0)).toBe('The draft says the same now.')
})

test('when a phrase was written is told between two instants at which the draft was kept', () => {
  const author = {
    since: at(13, 50),
    seen: [
      { at: at(14), clock: 10 },
      { at: at(14, 10), clock: 25 },
    ],
  }
  expect(writtenWhen(author, 9, now)).toBe('today, between 13:50 and 14:00')
  expect(writtenWhen(author, 10, now)).toBe('today, between 14:00 and 14:10')
  expect(writtenWhen(author, 25, now)).toBe('since today, 14:10')
  expect(writtenWhen({ since: at(14, 59), seen: [] }, 0, new Date(2026, 10, 22, 14, 59, 30))).toBe('just now')
  expect(writtenWhen({ since: at(23, 0, 20), seen: [{ at: at(1, 0, 21), clock: 4 }] }, 0, now)).toBe(
    'between November 20, 23:00 and yesterday, 01:00',
  )
  expect(writtenWhen({ since: at(9), seen: [{ at: at(9), clock: 4 }] }, 0, now)).toBe('today, at 09:00')
})
