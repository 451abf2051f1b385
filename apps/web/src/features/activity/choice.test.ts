import { expect, it } from 'vitest'
import { readChoice, writeChoice, type ActivityChoice } from './choice.ts'

const id = '01a20739-628e-7601-bbe6-f8ab574fd3ec'

it('comes back from the address as it was written there', () => {
  const choice: ActivityChoice = {
    actorId: id,
    action: 'update',
    entityType: 'templates',
    entityId: id,
    from: new Date('2026-03-01T12:00:00Z'),
    to: new Date('2026-03-02T12:00:00Z'),
  }
  const written = Object.entries(writeChoice(choice)).map(([name, value]) => [name, value ?? undefined])
  expect(readChoice(Object.fromEntries(written))).toEqual(choice)
  expect(Object.values(writeChoice({})).every((value) => value === null)).toBe(true)
})

it('leaves out what nobody could choose', () => {
  expect(readChoice({ who: 'x', what: 'dance', thing: id, from: 'soon', to: ['a', 'b'], kind: '' })).toEqual({})
})
