import { randomUUID } from 'node:crypto'
import { signUp } from '../auth/index.ts'
import type { Ctx } from '../context.ts'
import { sessionsOn } from '../sessions/index.ts'
import { entered } from './entered.ts'
import { ctxOf } from './factories.ts'
import type { World } from './world.ts'

/** Somebody who signed up by themselves, as where no mail goes out: with a password, and a call in their session. */
export async function signedUp(world: World, name = 'Grace') {
  const email = `${randomUUID()}@example.com`
  const password = `a long enough password ${randomUUID()}`
  const { services } = world
  const silent: Ctx = { ...ctxOf(world), services: { ...services, mail: { ...services.mail, sends: false } } }
  const { account, token } = entered(await signUp(silent, { name, email, password }))
  const { session } = await sessionsOn(world.database.knex).validateSession(token)
  const sessionId = session?.rowId ?? ''
  const { id: userId, role } = account
  const ctx: Ctx = { ...ctxOf(world), actor: { kind: 'user', userId, name, role, sessionId, confirmedAt: new Date() } }
  return { id: userId, name, email, password, token, sessionId, ctx }
}
