import { AppError, toWireError } from '@prologue/contracts'
import type { Database, Services } from '@prologue/shared'
import { readSession } from '../http/readSession.ts'
import { sessionCookieName } from '../http/sessionCookie.ts'
import type { AppSocket } from './createSockets.ts'

type ParseCookie = (header: string) => Record<string, string | undefined>

/** Lets a socket in by the session of its cookie; every reconnect comes through here again. */
export function authenticate(database: Database, services: Services, parseCookie: ParseCookie) {
  return async (socket: AppSocket, next: (error?: Error) => void): Promise<void> => {
    try {
      const cookies = parseCookie(socket.request.headers.cookie ?? '')
      const { actor } = await readSession(database, cookies[sessionCookieName(services.publicUrl)])
      if (actor.kind !== 'user') throw new AppError('UNAUTHENTICATED')
      socket.data.identity = { actor }
      next()
    } catch (error) {
      const wire = toWireError(error instanceof AppError ? error : new AppError('DB_UNAVAILABLE'))
      next(Object.assign(new Error(wire.message), { data: wire }))
    }
  }
}
