import { formats } from '@prologue/prompt-kit/formats'
import { expect, test } from 'vitest'
import { formatNames } from './formatNames.ts'

test('the formats have the names and shapes they say themselves', () => {
  const own = formats.map(({ id, name, extension, holdsMany, write }) => [
    id,
    { name, extension, holdsMany, writes: write !== null },
  ])
  expect(Object.entries(formatNames)).toEqual(own)
})
