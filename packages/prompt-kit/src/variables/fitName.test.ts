import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitName, isName } from './fitName.ts'

test.each([
  ['Company Name', 'company_name'],
  ['companyName', 'company_name'],
  ['due-date', 'due_date'],
  ['prénom', 'prenom'],
  ['2nd_try', 'nd_try'],
  ['_private_', 'private'],
  ['true', 'true_value'],
  ['都市', 'value'],
  ['', 'value'],
])('%j fits as %s', (words, name) => {
  expect(fitName(words)).toBe(name)
})

test('any words become a name, and a name stays', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (words) => {
      const name = fitName(words)
      expect(isName(name)).toBe(true)
      expect(fitName(name)).toBe(name)
    }),
    { numRuns: 300 },
  )
})
