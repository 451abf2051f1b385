import type { Account } from '@prologue/contracts'

export function presentAccount({ id, name, email, role }: Account): Account {
  return { id, name, email, role }
}
