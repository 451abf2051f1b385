import { limits, type ClientToServerEvents, type ServerToClientEvents } from '@prologue/contracts'
import type { DraftServer } from '@prologue/collab/server'
import type { Actor, Database, Generations, Services } from '@prologue/shared'
import { Server, type DefaultEventsMap, type Socket } from 'socket.io'
import type { Logger } from 'pino'
import type { Env } from '../env.ts'
import type { Http } from '../http/createHttp.ts'
import type { Contexts } from '../makeContexts.ts'
import type { Metrics } from '../metrics/makeMetrics.ts'
import { activityEvents } from './activityEvents.ts'
import { allowUpgrade } from './allowUpgrade.ts'
import { authenticate } from './authenticate.ts'
import { conversationEvents } from './conversationEvents.ts'
import { makeFrameLimit, type Line } from './frameLimit.ts'
import { hearOnlyContract } from './hearOnlyContract.ts'
import { makeAccessChanges } from './makeAccessChanges.ts'
import { makeActivityNews } from './makeActivityNews.ts'
import { makeListNews } from './makeListNews.ts'
import { makeRenaming } from './makeRenaming.ts'
import { makeRooms } from './makeRooms.ts'
import { makePresenceNews, type Shown } from './presence.ts'
import { roomOf } from './roomOf.ts'
import { noteEvents } from './noteEvents.ts'
import { makeSlowReaders, type ReadLine } from './slowReaders.ts'

/** Who is at the other end of a socket, from the session it was opened with. */
export type Identity = { actor: Extract<Actor, { kind: 'user' }> }

type Data = {
  identity: Identity
  address: string | null
  /** When its session ends however it is used, of a guest whose link ends. */
  endsAt: Date | null
  /** By the conversations it is in. */
  shown: Record<string, Shown>
}
export type AppServer = Server<ClientToServerEvents, ServerToClientEvents, DefaultEventsMap, Data>
export type AppSocket = Socket<ClientToServerEvents, ServerToClientEvents, DefaultEventsMap, Data>

export type SocketParts = {
  env: Pick<Env, 'trustProxy'>
  database: Database
  drafts: DraftServer<Identity>
  generations: Generations
  logger: Logger
  metrics: Pick<Metrics, 'noteEvent' | 'watchSockets'>
}

/** How long a line may stay without a socket, in milliseconds. */
const connectTimeout = 10_000

/** The live side of the process. It may be spoken to from the start and is heard once attached. */
export function createSockets(parts: SocketParts) {
  const io: AppServer = new Server({
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: limits.frameBytes,
    perMessageDeflate: false,
    connectTimeout,
  })
  parts.metrics.watchSockets(() => countSockets(io))
  const frameLimit = makeFrameLimit()
  const lists = makeListNews(io, parts)
  const activity = makeActivityNews(io, parts)
  const rooms = makeRooms(io, lists)
  const presence = makePresenceNews(io)
  const access = makeAccessChanges(io, presence, parts)
  const slowReaders = makeSlowReaders(parts.logger)

  return {
    rooms: { ...rooms, personRenamed: makeRenaming(io, presence, parts) },
    access,

    attach(http: Http, contexts: Contexts, services: Services): void {
      io.attach(http.server, { allowRequest: allowUpgrade(parts, services) })
      io.engine.on('connection', (line: Line & ReadLine) => {
        frameLimit.watch(line)
        slowReaders.watch(line)
      })
      io.use(authenticate(parts, services, (header) => http.parseCookie(header), frameLimit))
      io.on('connection', (socket) => {
        hearOnlyContract(socket)
        noteEvents(socket, parts.metrics)
        const { sessionId, userId } = socket.data.identity.actor
        void socket.join([roomOf.session(sessionId), roomOf.user(userId)])
        parts.drafts.attach(socket)
        conversationEvents(io, socket, contexts, presence, parts)
        activityEvents(socket, activity, parts)
      })
    },

    async close(): Promise<void> {
      access.close()
      rooms.close()
      presence.close()
      lists.close()
      activity.close()
      slowReaders.close()
      await io.close()
    },
  }
}

/** Open lines, and rooms that anybody is in, by what they are of. */
function countSockets(io: AppServer): { sockets: number; rooms: Record<string, number> } {
  const rooms: Record<string, number> = {}
  for (const name of io.sockets.adapter.rooms.keys()) {
    const [kind = '', id] = name.split(':')
    if (id !== undefined) rooms[kind] = (rooms[kind] ?? 0) + 1
  }
  return { sockets: io.engine.clientsCount, rooms }
}
