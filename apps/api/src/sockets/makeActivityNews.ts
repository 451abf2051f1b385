import { AppError } from '@prologue/contracts'
import { countActivity, settleActivity } from '@prologue/shared'
import type { AppServer, SocketParts } from './createSockets.ts'
import { roomOf } from './roomOf.ts'

/** How long after each look at the audit it is looked at again, while anybody listens, in milliseconds. */
const lookAfter = 150
/** How long after it was found out how far the audit is settled, this is asked again, in milliseconds. */
const settleAfter = 1_000

/** From when somebody begins to listen until nobody does. `told` is how many rows after `settled` were told of. */
type Watch = { settled: number; told: number; ended: boolean }

/**
 * Tells whoever listens that the audit has something new. The database is asked, which alone knows what was committed, by
 * whichever process; while nobody listens it is not.
 */
export function makeActivityNews(io: AppServer, { database, logger }: Pick<SocketParts, 'database' | 'logger'>) {
  let watch: Promise<Watch> | null = null
  let closed = false

  async function begin(): Promise<Watch> {
    const settled = await settleActivity(database)
    if (settled === null) throw new AppError('DB_UNAVAILABLE')
    const begun = { settled, told: 0, ended: false }
    repeat(begun, lookAfter, look)
    repeat(begun, settleAfter, settle)
    return begun
  }

  /** A row is told of when it can be read, also where rows with higher numbers were there before it. */
  async function look(now: Watch): Promise<void> {
    const { settled } = now
    const count = await countActivity(database, settled)
    if (now.settled !== settled || now.told === count) return
    now.told = count
    io.to(roomOf.activity).emit('activity:changed', { settled })
  }

  async function settle(now: Watch): Promise<void> {
    const settled = await settleActivity(database)
    if (settled === null || settled === now.settled) return
    // Those of them that were not told of yet make the next look differ.
    now.told -= await countActivity(database, now.settled, settled)
    now.settled = settled
  }

  function repeat(now: Watch, after: number, work: (now: Watch) => Promise<void>): void {
    const timer = setTimeout(async () => {
      if (!now.ended && !isHeard()) {
        now.ended = true
        watch = null
      }
      if (now.ended) return
      try {
        await work(now)
      } catch (error) {
        logger.warn({ err: error }, 'The audit could not be looked at for news; it is tried again')
      }
      repeat(now, after, work)
    }, after)
    timer.unref()
  }

  function isHeard(): boolean {
    return !closed && (io.sockets.adapter.rooms.get(roomOf.activity)?.size ?? 0) > 0
  }

  return {
    /** From which number on the room is told of what comes. It is asked by who is in the room already. */
    async begun(): Promise<number> {
      watch ??= begin().catch((error: unknown) => {
        watch = null
        throw error
      })
      return (await watch).settled
    },
    close() {
      closed = true
    },
  }
}

export type ActivityNews = ReturnType<typeof makeActivityNews>
