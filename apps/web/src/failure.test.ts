import { expect, test } from 'vitest'
import { describeFailure, failedWith, wireOf } from './failure.ts'

const refused = (wire: unknown) => Object.assign(new Error('x'), { data: { wire } })

test('the server’s sentence is shown', () => {
  const error = refused({ code: 'CONFLICT', message: 'An answer is being written.' })
  expect(describeFailure(error)).toBe('An answer is being written.')
  expect(failedWith(error, 'CONFLICT')).toBe(true)
  expect(failedWith(error, 'NOT_FOUND')).toBe(false)
})

test('an unexpected failure carries the id its administrator needs', () => {
  expect(describeFailure(refused({ code: 'INTERNAL', message: 'It broke.', requestId: 'r-1' }))).toBe('It broke. Request id: r-1')
})

test.each([
  new TypeError('fetch failed'),
  new Error('x'),
  null,
  'text',
  refused(null),
  refused({ code: 'toString', message: 'x' }),
])('whatever else comes is a server that does not answer: %s', (error) => {
  expect(wireOf(error)).toBeNull()
  expect(describeFailure(error)).toContain('does not answer')
})
