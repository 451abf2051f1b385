import { createEffect, createSignal, onCleanup, untrack, type Accessor } from 'solid-js'
import type { Reader } from './createReader.ts'
import type { Reading, ReadingInput } from './readTemplate.ts'

/** While somebody types it is read this long after their last key, in milliseconds. */
const pause = 300

export type LiveReading = {
  /** What is to be known of the text as it was a moment ago; undefined until it was read once. */
  reading: Accessor<Reading | undefined>
  /** The newest text could not be read. */
  failed: Accessor<boolean>
  again: () => void
}

/** Reads a text while it is written. */
export function createReading(reader: Pick<Reader, 'read'>, input: Accessor<ReadingInput>): LiveReading {
  const [reading, setReading] = createSignal<Reading>()
  const [failed, setFailed] = createSignal(false)
  const [asked, again] = createSignal(undefined, { equals: false })
  let busy: Promise<unknown> = Promise.resolve()
  createEffect(() => {
    const wanted = input()
    asked()
    let isOver = false
    onCleanup(() => (isOver = true))
    const timer = setTimeout(
      async () => {
        // A long text takes its time: what is written meanwhile is read once, after it.
        await busy
        if (isOver) return
        const way = reader.read(wanted)
        busy = way.catch(() => {})
        const read = await way.catch(() => undefined)
        setFailed(read === undefined)
        if (read) setReading(read)
      },
      untrack(reading) === undefined ? 0 : pause,
    )
    onCleanup(() => clearTimeout(timer))
  })
  return { reading, failed, again: () => again() }
}
