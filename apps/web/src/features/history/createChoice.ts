import type { Checkpoint } from '@prologue/contracts'
import { createSignal, type Accessor } from 'solid-js'

/** Which entries of a time line are looked at. */
export type Choice = {
  /** Compared with the draft now, or with `other`. */
  chosen: Accessor<Checkpoint | undefined>
  other: Accessor<Checkpoint | undefined>
  choose: (entry: Checkpoint) => void
  /** Compares another entry with the one chosen; the same again compares with the draft now. */
  compare: (entry: Checkpoint) => void
  /** Where there is no room for both: whether the text is read, and not the time line. */
  reading: Accessor<boolean>
  back: () => void
}

export function createChoice(): Choice {
  const [chosen, setChosen] = createSignal<Checkpoint>()
  const [other, setOther] = createSignal<Checkpoint>()
  const [reading, setReading] = createSignal(false)
  return {
    chosen,
    other,
    choose(entry) {
      setChosen(entry)
      setOther(undefined)
      setReading(true)
    },
    compare(entry) {
      setOther((before) => (before?.id === entry.id ? undefined : entry))
      setReading(true)
    },
    reading,
    back: () => setReading(false),
  }
}
