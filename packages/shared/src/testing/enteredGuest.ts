import type { Ctx } from '../context.ts'
import { sessionsOn } from '../sessions/index.ts'
import { enterShare } from '../shares/index.ts'
import { ctxOf } from './factories.ts'
import type { World } from './world.ts'

/** Somebody who came in by a link without an account: the token of their session, and a call in it. */
export async function enteredGuest(world: World, shareToken: string, name = 'A guest') {
  const { token } = await enterShare(ctxOf(world), { token: shareToken, name })
  if (token === null) throw new Error('Nobody who is somebody already becomes a guest')
  const { session, user } = await sessionsOn(world.database.knex).validateSession(token)
  if (!session) throw new Error('A guest has a session')
  const { rowId: sessionId, confirmedAt } = session
  const ctx: Ctx = { ...ctxOf(world), actor: { kind: 'user', userId: user.id, name, role: user.role, sessionId, confirmedAt } }
  return { id: user.id, token, sessionId, ctx }
}
