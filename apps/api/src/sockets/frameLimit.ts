import { createRateLimit } from '@prologue/collab/server'

/** The line under a socket: its frames arrive here before anything reads them. */
export type Line = { on(event: 'packet', listener: () => void): unknown; close(discard?: boolean): void }

/** Frames before somebody is known: one asks to come in, the rest may answer pings. */
const framesBefore = 4
/** Frames afterwards: several times what writing, cursors and rooms together may send. */
const framesAfter = { perSecond: 100, burst: 300 }

export type FrameLimit = ReturnType<typeof makeFrameLimit>

/** Counts the frames of every line and ends those that send too many. */
export function makeFrameLimit() {
  const known = new WeakSet<object>()
  return {
    watch(line: Line): void {
      const allowance = createRateLimit(framesAfter.perSecond, framesAfter.burst, () => performance.now())
      let before = 0
      line.on('packet', () => {
        const within = known.has(line) ? allowance.take() : ++before <= framesBefore
        if (!within) line.close(true)
      })
    },
    /** From now on it is known who speaks. False where that was so already: a line carries one socket. */
    admit(line: object): boolean {
      if (known.has(line)) return false
      known.add(line)
      return true
    },
  }
}
