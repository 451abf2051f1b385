import { expect, test } from 'vitest'
import { keepValues, keptValues } from './keptValues.ts'

test('what was typed before one signed in is there afterwards, what somebody typed is theirs alone', () => {
  keepValues('one', null, { city: 'Ghent' })
  expect(keptValues('one', 'ada')).toEqual({ city: 'Ghent' })
  keepValues('one', 'ada', { city: 'Lund' })
  expect(keptValues('one', 'ada')).toEqual({ city: 'Lund' })
  expect(keptValues('one', 'grace')).toEqual({})
  expect(keptValues('one', null)).toEqual({})
  expect(keptValues('two', 'ada')).toEqual({})
})
