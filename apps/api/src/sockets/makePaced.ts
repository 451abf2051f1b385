type Say = () => void

/**
 * Says of each key what there is to say: at once, and then at most once each `pause` (milliseconds). Of what comes during a
 * pause only the last is said, when it ends.
 */
export function makePaced(pause: number) {
  const quiet = new Map<string, { timer: NodeJS.Timeout; last: Say | null }>()

  function speak(key: string, say: Say): void {
    const timer = setTimeout(() => {
      const last = quiet.get(key)?.last
      quiet.delete(key)
      if (last) speak(key, last)
    }, pause)
    quiet.set(key, { timer: timer.unref(), last: null })
    say()
  }

  return {
    say(key: string, say: Say): void {
      const now = quiet.get(key)
      if (now) now.last = say
      else speak(key, say)
    },
    /** What waits is not said any more. */
    close(): void {
      for (const { timer } of quiet.values()) clearTimeout(timer)
      quiet.clear()
    },
  }
}
