import type { CommitQueue } from './commitQueue.ts'
import type { Places } from './places.ts'
import type { Rooms } from './rooms.ts'
import type { DraftServerLimits, DraftServerOptions } from './types.ts'

/** What the handlers of a connection work with. */
export type ServerParts<Identity> = {
  access: DraftServerOptions<Identity>['access']
  logger: DraftServerOptions<Identity>['logger']
  limits: DraftServerLimits
  now: () => number
  rooms: Rooms
  queue: CommitQueue
  places: Places<Identity>
  isClosed: () => boolean
}
