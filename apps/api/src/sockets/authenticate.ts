import { AppError, toWireError } from '@prologue/contracts'
import { explain, type Database, type Logger, type Services } from '@prologue/shared'
import { readSession } from '../http/readSession.ts'
import { sessionCookieName } from '../http/sessionCookie.ts'
import type { AppSocket } from './createSockets.ts'

type ParseCookie = (header: string) => Record<string, string | undefined>

/** Lets a socket in by the session of its cookie; every reconnect comes through here again. */
export function authenticate(parts: { database: Database; logger: Logger }, services: Services, parseCookie: ParseCookie) {
  return async (socket: AppSocket, next: (error?: Error) => void): Promise<void> => {
    try {
      const cookies = parseCookie(socket.request.headers.cookie ?? '')
      const { actor } = await readSession(parts.database, cookies[sessionCookieName(services.publicUrl)])
      if (actor.kind !== 'user') throw new AppError('UNAUTHENTICATED')
      socket.data.identity = { actor }
      next()
    } catch (error) {
      const wire = toWireError(explain(error, parts, { socketId: socket.id }), socket.id)
      next(Object.assign(new Error(wire.message), { data: wire }))
    }
  }
}
