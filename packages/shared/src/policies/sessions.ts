import type { Knex } from 'knex'
import type { Actor } from '../context.ts'
import type { Rule } from './rule.ts'

type SessionRow = { userId: string }

const own: Rule<[SessionRow]> = (actor, { userId }) => actor.kind === 'user' && actor.userId === userId

export const sessionRules = { 'session:revoke': own }

/** Of a query over `sessions` only the actor's own, also before administrators. */
export function visibleSessions(query: Knex.QueryBuilder, actor: Actor): void {
  void query.where('sessions.userId', actor.kind === 'user' ? actor.userId : null)
}
