import { expect, test } from 'vitest'
import { alertChoice } from './alertChoice.ts'
import { readChoice, writeChoice } from './choice.ts'

test('what an alert is of is shown whole, its last event included', () => {
  const firstAt = new Date('2026-03-01T10:00:00.000Z')
  const lastAt = new Date('2026-03-01T10:05:00.000Z')
  const actor = { id: '0198c9a0-0000-7000-8000-000000000001', name: 'Ada', colour: 'blue', guest: false } as const
  const choice = alertChoice({ kind: 'mass-export', actor, firstAt, lastAt })
  expect(choice).toEqual({ action: 'export', actorId: actor.id, from: firstAt, to: new Date('2026-03-01T10:05:00.001Z') })
  const address = Object.entries(writeChoice(choice)).filter((entry): entry is [string, string] => entry[1] !== null)
  expect(readChoice(Object.fromEntries(address))).toEqual(choice)
})
