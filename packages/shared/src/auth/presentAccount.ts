import type { SignedInAccount } from '@prologue/contracts'
import type { User } from '../models/index.ts'
import { abilitiesOfAccount } from '../policies/index.ts'

export function presentAccount({ id, name, email, role }: Pick<User, 'id' | 'name' | 'email' | 'role'>): SignedInAccount {
  return { id, name, email, role, abilities: abilitiesOfAccount({ role }) }
}
