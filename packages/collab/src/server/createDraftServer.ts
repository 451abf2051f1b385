import { AppError, limits as contractLimits } from '@prologue/contracts'
import * as Y from 'yjs'
import { attachSocket } from './attachSocket.ts'
import { createBroadcast } from './broadcast.ts'
import { createCommitQueue } from './commitQueue.ts'
import { createCompaction } from './compaction.ts'
import { createKeeping } from './keeping.ts'
import { createPlaces } from './places.ts'
import { proposeEdit } from './proposeEdit.ts'
import type { Room } from './room.ts'
import { createRooms } from './rooms.ts'
import type { ServerParts } from './serverParts.ts'
import type { DraftServer, DraftServerOptions, DraftSocket } from './types.ts'

const compactAfter = 500
const keepEvery = 10 * 60_000
/** Access that ended without a word (another node, a clock that ran out) ends here within a minute. */
const rejudgeEvery = 60_000

/** Live drafts over Socket.IO: what was acknowledged is in the store, and nobody saw it before it was. */
export function createDraftServer<Identity>(options: DraftServerOptions<Identity>): DraftServer<Identity> {
  const { store, access, logger, now = () => performance.now() } = options
  const limits = { ...contractLimits, compactAfter, keepEvery, ...options.limits }
  let namespace: DraftSocket<Identity>['nsp'] | null = null
  let closing: Promise<void> | null = null

  const broadcast = createBroadcast(() => namespace)
  const compaction = createCompaction(store, logger, limits.compactAfter)
  const keeping = createKeeping(store, logger, limits.keepEvery)
  const rooms = createRooms({
    store,
    compaction,
    keeping,
    broadcast,
    ended: (room, reason) => places.inRoom(room).forEach((place) => places.close(place, reason)),
  })
  const places = createPlaces(options, rooms)
  const queue = createCommitQueue({ store, rooms, compaction, keeping, broadcast, logger })
  const parts: ServerParts<Identity> = { access, logger, limits, now, rooms, queue, places, isClosed: () => closing !== null }
  const timer = setInterval(sweep, rejudgeEvery)
  timer.unref()

  function sweep(): void {
    places
      .rejudge(() => true)
      .catch((error: unknown) => {
        logger.warn({ err: error }, 'access to open drafts could not be judged; it is asked again in a minute')
      })
  }

  async function within<T>(draftId: string, work: (room: Room) => Promise<T>): Promise<T> {
    if (closing) throw new AppError('CANCELLED', 'The server is stopping.')
    const room = await rooms.acquire(draftId)
    try {
      return await work(room)
    } finally {
      rooms.release(room)
    }
  }

  async function shutDown(): Promise<void> {
    clearInterval(timer)
    await queue.idle()
    places.closeAll('server-stopping')
    await rooms.drained()
  }

  return {
    attach(socket) {
      namespace ??= socket.nsp
      attachSocket(parts, socket)
    },
    rejudge: places.rejudge,
    edit: (draftId, author, change) =>
      within(draftId, async (room) => {
        const sequence = await queue.submit(proposeEdit(room, author, change, limits.draftBytes))
        return { sequence, text: room.text.toJSON() }
      }),
    read: (draftId) => within(draftId, async ({ text }) => text.toJSON()),
    capture: (draftId) =>
      within(draftId, async ({ text, doc }) => ({ content: text.toJSON(), stateVector: Y.encodeStateVector(doc) })),
    async reset(draftId, reason) {
      const room = await rooms.find(draftId)
      if (room) rooms.end(room, reason)
    },
    close: () => (closing ??= shutDown()),
  }
}
