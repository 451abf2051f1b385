import { limits } from '@prologue/contracts'
import { createMemo, createSignal, type Accessor } from 'solid-js'

export type Selection = {
  ids: Accessor<readonly string[]>
  has: (id: string) => boolean
  /** All that are shown are picked, or as many as are changed at once. */
  all: Accessor<boolean>
  /** One more would be more than is changed at once. */
  full: Accessor<boolean>
  /** With `range` all between it and the one picked last, too. */
  pick: (id: string, picked: boolean, range?: boolean) => void
  pickAll: () => void
  clear: () => void
}

/** Which of the shown are picked to do something with all of them at once. What is shown no more is picked no more. */
export function createSelection(shown: Accessor<readonly string[]>): Selection {
  const [picked, setPicked] = createSignal<ReadonlySet<string>>(new Set())
  const ids = createMemo(() => shown().filter((id) => picked().has(id)))
  const full = () => ids().length >= limits.templatesAtOnce
  let last: string | undefined

  const change = (some: readonly string[], on: boolean) => {
    const after = new Set(ids())
    for (const id of some) {
      if (!on) after.delete(id)
      else if (after.size < limits.templatesAtOnce) after.add(id)
    }
    setPicked(after)
  }
  const between = (one: string, other: string) => {
    const ends = [shown().indexOf(one), shown().indexOf(other)].toSorted((a, b) => a - b)
    const [from = -1, to = -1] = ends
    return from === -1 ? [other] : shown().slice(from, to + 1)
  }
  return {
    ids,
    has: (id) => picked().has(id),
    all: () => full() || ids().length === shown().length,
    full,
    pick(id, on, range) {
      change(range && last !== undefined ? between(last, id) : [id], on)
      last = id
    },
    pickAll: () => change(shown(), true),
    clear: () => setPicked(new Set()),
  }
}
