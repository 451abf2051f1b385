import { accountAbilities, accountAbilitySchema, userRoles } from '@prologue/contracts'
import { expect, it } from 'vitest'
import type { Actor } from '../context.ts'
import { abilitiesOfAccount, may } from './index.ts'

const as = (role: (typeof userRoles)[number]): Actor => {
  return { kind: 'user', userId: 'ada', role, name: 'Ada', sessionId: 'one', confirmedAt: new Date() }
}

const allowedTo = (actor: Actor) => accountAbilitySchema.options.filter((ability) => may(actor, ability))

it('Administrators may everything on the server, users make things of their own, and moderators decide reports, too', () => {
  expect(abilitiesOfAccount({ role: 'admin' })).toEqual(accountAbilitySchema.options)
  expect(abilitiesOfAccount({ role: 'moderator' })).toEqual(['conversation:create', 'template:create', 'template-report:decide'])
  expect(abilitiesOfAccount({ role: 'user' })).toEqual(['conversation:create', 'template:create'])
})

it('What an account is told it may is what the rules say', () => {
  for (const role of userRoles) {
    expect(allowedTo(as(role))).toEqual([...accountAbilities[role]])
  }
})

it('Nobody may nothing of it, and the process by itself only reads reports', () => {
  expect(allowedTo({ kind: 'anonymous' })).toEqual([])
  expect(allowedTo({ kind: 'system' })).toEqual(['admin:read-reports'])
})
