import { accountAbilities, type AccountAbility, type UserRole } from '@prologue/contracts'
import type { Rule } from './rule.ts'

/** What an actor may do on the server as a whole. */
export function abilitiesOfAccount(account: { role: UserRole }): AccountAbility[] {
  return [...accountAbilities[account.role]]
}

/** By the role of the account alone. */
export function byAccountRole(ability: AccountAbility): Rule {
  return (actor) => actor.kind === 'user' && abilitiesOfAccount(actor).includes(ability)
}
