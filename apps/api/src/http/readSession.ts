import { noteSeen, sessionsOn, type Actor, type Database } from '@prologue/shared'

/** Who a session token belongs to now. `renewed` where its cookie should be set again. */
export async function readSession(database: Database, token: string | undefined): Promise<{ actor: Actor; renewed: boolean }> {
  if (!token) return { actor: { kind: 'anonymous' }, renewed: false }
  const { session, user } = await sessionsOn(database.knex).validateSession(token)
  if (!session) return { actor: { kind: 'anonymous' }, renewed: false }
  await noteSeen(database.knex, session, new Date())
  const { rowId: sessionId, confirmedAt } = session
  return {
    actor: { kind: 'user', userId: user.id, name: user.name, role: user.role, sessionId, confirmedAt },
    renewed: session.fresh,
  }
}
