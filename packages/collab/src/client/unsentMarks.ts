/**
 * Which copies hold edits that the server lacks, in localStorage: a mark is written in the same moment as the edit is
 * made, and each page has its own, so that one that saved does not speak for another. A page that is closed leaves its
 * last edits in its mark.
 */
export const unsentMarks = {
  /** Whether some page left or has unsent edits in the copy; true as well where that cannot be told. */
  on(name: string): boolean {
    try {
      return marksOn(name).length > 0
    } catch {
      return true
    }
  },

  /** This page's mark on a copy it is about to load. */
  make(name: string): UnsentMark {
    const own = `${keyOf(name)}${crypto.randomUUID()}`
    // What earlier pages left is loaded with the copy, and saved with what is written now.
    const earlier = attempt(() => marksOn(name)) ?? []
    return {
      left: () => attempt(() => earlier.map((key) => localStorage.getItem(key) ?? '').filter((edits) => edits !== '')) ?? [],
      set: (edits) => attempt(() => localStorage.setItem(own, edits)),
      clear: () => attempt(() => [own, ...earlier.splice(0)].forEach((key) => localStorage.removeItem(key))),
      clearAll: () => attempt(() => marksOn(name).forEach((key) => localStorage.removeItem(key))),
    }
  },
}

export type UnsentMark = {
  /** What earlier pages left in their marks. */
  left: () => string[]
  /** There are unsent edits; `edits` are those that may not have got into the copy, or an empty text. */
  set: (edits: string) => void
  /** All that was loaded and all that this page wrote is saved. */
  clear: () => void
  /** The copy is no more. */
  clearAll: () => void
}

const keyOf = (name: string) => `prologue-unsent.${name}.`

function marksOn(name: string): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(keyOf(name)))
}

/** Storage may be full or forbidden. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
