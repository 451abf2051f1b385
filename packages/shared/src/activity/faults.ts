/** Seals and rows by their first and last number. */
type Range = { first: number; last: number }

/**
 * What is not as it was sealed. `changed`, `missing` and `added`: as many rows as were sealed, fewer, more. `cut-off`: what
 * was last is gone. `seal`: a seal is gone or is not the one that was made.
 */
export type Fault = {
  kind: 'changed' | 'missing' | 'added' | 'cut-off' | 'seal'
  seals: Range
  /** Of the rows; null where nobody knows any more. */
  sequences: Range | null
}

/** Gathers faults in their order; of the same kind in seals one after the other makes one. */
export function makeFaults() {
  const faults: Fault[] = []
  const add = (fault: Fault) => {
    const last = faults.at(-1)
    if (last?.kind !== fault.kind || last.seals.last + 1 !== fault.seals.first || !last.sequences || !fault.sequences) {
      faults.push(fault)
      return
    }
    last.seals.last = fault.seals.last
    last.sequences.last = fault.sequences.last
  }
  return { faults, add }
}
