import { randomUUID } from 'node:crypto'
import type { Knex } from 'knex'
import { canonicalEmail } from './canonicalEmail.ts'
import type { Actor } from '../context.ts'
import { User } from '../models/index.ts'

/** Who a command acts for: the account with this address, in a session of its own; null where there is none. */
export async function findAccount(db: Knex, email: string, now: Date): Promise<Extract<Actor, { kind: 'user' }> | null> {
  const user = await User.query(db)
    .findOne({ emailCanonical: canonicalEmail(email) })
    .whereNot('role', 'guest')
  if (!user) return null
  const { id: userId, name, role } = user
  return { kind: 'user', userId, name, role, sessionId: randomUUID(), confirmedAt: now }
}
