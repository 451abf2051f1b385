import { expect, test } from 'vitest'
import { shareMeta } from './shareMeta.ts'

const now = new Date('2026-05-04T12:00:00Z')
const share = { createdBy: 'Ada', createdAt: new Date('2026-05-04T11:55:00Z'), usesLeft: null, expiresAt: null }

test('a link without limits', () => {
  expect(shareMeta(share, now)).toBe('Ada, 5 min. ago · does not end')
})

test('a link with limits says what is left of it', () => {
  const ending = { ...share, expiresAt: new Date('2026-05-11T12:00:00Z') }
  expect(shareMeta({ ...ending, usesLeft: 1 }, now)).toBe('Ada, 5 min. ago · for one more · ends May 11')
  expect(shareMeta({ ...ending, usesLeft: 5 }, now)).toBe('Ada, 5 min. ago · for 5 more · ends May 11')
})
