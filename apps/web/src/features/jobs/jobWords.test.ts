import type { JobRun } from '@prologue/contracts'
import { expect, test } from 'vitest'
import { fullTime } from '../../ui/time.ts'
import { jobWords, runWords } from './jobWords.ts'

const now = new Date()
const dueAt = new Date(now.getTime() + 3_600_000)
const run: JobRun = {
  id: '01a2062d-1179-710b-a9ad-ff028e3f7896',
  status: 'completed',
  attempts: 1,
  dueAt: now,
  beganAt: new Date(now.getTime() - 1_500),
  endedAt: now,
  result: { comments: 0, users: 1_200 },
  failure: null,
}

test('a run says what it did, and how long that took', () => {
  expect(runWords(run)).toBe('Done now in 1.5 s: 1,200 users')
  expect(runWords({ ...run, result: { users: 0 } })).toBe('Done now in 1.5 s; there was nothing to do')
  expect(runWords({ ...run, result: {} })).toBe('Done now in 1.5 s')
})

test('one that waits says when it is due, and why it did not succeed before', () => {
  const waiting = { ...run, status: 'waiting', dueAt, result: null } as const
  expect(runWords(waiting)).toBe(`Due ${fullTime(dueAt)}`)
  expect(runWords({ ...waiting, attempts: 2, failure: 'The disk is full.' })).toBe(
    `Failed 2 times, tried again ${fullTime(dueAt)}. The disk is full.`,
  )
})

test('one that was given up says so', () => {
  expect(runWords({ ...run, status: 'failed', attempts: 4, result: null, failure: 'The disk is full.' })).toBe(
    'Given up now, after 4 times. The disk is full.',
  )
})

test('a job that this page does not know goes by its name', () => {
  expect(jobWords('water-flowers')).toEqual({ title: 'water-flowers', what: '' })
})
