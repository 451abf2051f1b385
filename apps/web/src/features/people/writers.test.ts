import { expect, test } from 'vitest'
import { writers } from './writers.ts'

test('who is writing, by name while that is short', () => {
  const [ada, grace, alan] = [{ name: 'Ada' }, { name: 'Grace' }, { name: 'Alan' }] as const
  expect(writers([])).toBe('')
  expect(writers([ada])).toBe('Ada is writing…')
  expect(writers([ada, grace])).toBe('Ada and Grace are writing…')
  expect(writers([ada, grace, alan])).toBe('3 people are writing…')
})
