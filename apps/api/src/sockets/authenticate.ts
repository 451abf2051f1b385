import { AppError, toWireError } from '@prologue/contracts'
import { explain, type Services } from '@prologue/shared'
import { addressOf } from '../http/addressOf.ts'
import { readSession } from '../http/readSession.ts'
import { sessionCookieName } from '../http/sessionCookie.ts'
import type { AppSocket, SocketParts } from './createSockets.ts'
import type { FrameLimit } from './frameLimit.ts'

type ParseCookie = (header: string) => Record<string, string | undefined>

/** Lets a socket in by the session of its cookie; every reconnect comes through here again. */
export function authenticate(parts: SocketParts, services: Services, parseCookie: ParseCookie, frameLimit: FrameLimit) {
  return async (socket: AppSocket, next: (error?: Error) => void): Promise<void> => {
    try {
      const cookies = parseCookie(socket.request.headers.cookie ?? '')
      const { actor, endsAt } = await readSession(parts.database, cookies[sessionCookieName(services.publicUrl)])
      if (actor.kind !== 'user') throw new AppError('UNAUTHENTICATED')
      if (!frameLimit.admit(socket.conn)) throw new AppError('VALIDATION')
      const address = addressOf(socket.request, parts.env.trustProxy)
      socket.data = { identity: { actor }, address, endsAt, shown: {} }
      next()
    } catch (error) {
      const wire = toWireError(explain(error, parts, { socketId: socket.id }), socket.id)
      next(Object.assign(new Error(wire.message), { data: wire }))
    }
  }
}
