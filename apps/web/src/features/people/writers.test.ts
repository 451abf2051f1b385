import { expect, test } from 'vitest'
import { writers } from './writers.ts'

const person = (name: string) => ({ name, guest: false })

test('who is writing, by name while that is short', () => {
  const [ada, grace, alan] = [person('Ada'), person('Grace'), { name: 'Alan', guest: true }] as const
  expect(writers([])).toBe('')
  expect(writers([ada])).toBe('Ada is writing…')
  expect(writers([ada, grace])).toBe('Ada and Grace are writing…')
  expect(writers([ada, alan])).toBe('Ada and Alan (guest) are writing…')
  expect(writers([ada, grace, alan])).toBe('3 people are writing…')
})
