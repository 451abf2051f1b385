import { noteSeen, sessionsOn, type Actor, type Database } from '@prologue/shared'

type Read = { actor: Actor; renewed: boolean; endsAt: Date | null }

const nobody: Read = { actor: { kind: 'anonymous' }, renewed: false, endsAt: null }

/** Who a session token belongs to now. `renewed` where its cookie should be set again, `endsAt` when it ends however it is used. */
export async function readSession(database: Database, token: string | undefined): Promise<Read> {
  if (!token) return nobody
  const { session, user } = await sessionsOn(database.knex).validateSession(token)
  if (!session) return nobody
  await noteSeen(database.knex, session, new Date())
  const { rowId: sessionId, confirmedAt, endsAt } = session
  return {
    actor: { kind: 'user', userId: user.id, name: user.name, role: user.role, sessionId, confirmedAt },
    renewed: session.fresh,
    endsAt,
  }
}
