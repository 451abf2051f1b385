import { AppError } from '@prologue/contracts'
import type { Place } from './place.ts'

/** Requests of one connection for one draft that may wait for each other; an honest client has two. */
const mostWaiting = 16
/** Drafts one connection may have open. */
const mostLanes = 20

/** What one connection does in one draft, one thing after the other. */
export type Lane<Identity> = {
  place: Place<Identity> | null
  /** Nothing runs or waits, and its place is not open (any more). */
  isOver: () => boolean
  /** Runs when all before it is done. Throws RATE_LIMITED at once when too much waits. */
  run: <T>(task: () => Promise<T>) => Promise<T>
}

export type Lanes<Identity> = {
  /** Throws RATE_LIMITED when the connection has too many drafts open. */
  enter: (draftId: string) => Lane<Identity>
  find: (draftId: string) => Lane<Identity> | undefined
  all: () => Iterable<Lane<Identity>>
}

export function createLanes<Identity>(): Lanes<Identity> {
  const lanes = new Map<string, Lane<Identity>>()

  function create(draftId: string): Lane<Identity> {
    let last: Promise<unknown> = Promise.resolve()
    let waiting = 0

    function leave(): void {
      waiting -= 1
      if (lane.isOver() && lanes.get(draftId) === lane) lanes.delete(draftId)
    }

    const lane: Lane<Identity> = {
      place: null,
      isOver: () => waiting === 0 && !lane.place?.open,
      run(task) {
        if (waiting >= mostWaiting) throw new AppError('RATE_LIMITED')
        waiting += 1
        const result = last.then(task)
        last = result.catch(() => undefined).finally(leave)
        return result
      },
    }
    return lane
  }

  return {
    find: (draftId) => lanes.get(draftId),
    all: () => lanes.values(),
    enter(draftId) {
      const known = lanes.get(draftId)
      if (known) return known
      // Places that the server took away leave their lanes behind.
      if (lanes.size >= mostLanes) for (const [id, lane] of lanes) if (lane.isOver()) lanes.delete(id)
      if (lanes.size >= mostLanes) throw new AppError('RATE_LIMITED')
      const lane = create(draftId)
      lanes.set(draftId, lane)
      return lane
    },
  }
}
