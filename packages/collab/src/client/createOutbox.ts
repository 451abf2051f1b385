import * as Y from 'yjs'

export type Outbox = {
  /** Adds updates that belong to `edits` edits. */
  add: (updates: readonly Uint8Array[], edits: number) => void
  /** Counts an edit whose update will be drawn from the document. */
  note: () => void
  /** Takes what goes into the next frame: many small updates as one. Null when there is nothing. */
  take: () => Uint8Array | null
  /** What was taken last has arrived. */
  sent: () => void
  /** Drops everything but the count: the updates are drawn from the document again. */
  clear: () => number
  /** Edits not arrived yet. */
  unsent: () => number
}

/** Merging costs more than linearly, so a frame takes few and small ones; what is larger goes alone. */
const mostMerged = 64
const mostBytes = 8_192

/** Edits on their way: in order, one frame at a time. */
export function createOutbox(): Outbox {
  let waiting: { update: Uint8Array; edits: number }[] = []
  let underWay = 0
  let noted = 0

  const unsent = () => waiting.reduce((sum, { edits }) => sum + edits, underWay + noted)

  return {
    unsent,
    add(updates, edits) {
      // The last piece carries the count: the edits have arrived when it has.
      updates.forEach((update, index) => waiting.push({ update, edits: index === updates.length - 1 ? edits : 0 }))
    },
    note() {
      noted += 1
    },
    take() {
      const frame: Uint8Array[] = []
      let bytes = 0
      let edits = 0
      for (const each of waiting.slice(0, mostMerged)) {
        if (frame.length > 0 && bytes + each.update.length > mostBytes) break
        frame.push(each.update)
        bytes += each.update.length
        edits += each.edits
      }
      const [first] = frame
      if (!first) return null
      waiting = waiting.slice(frame.length)
      underWay = edits
      return frame.length === 1 ? first : Y.mergeUpdates(frame)
    },
    sent() {
      underWay = 0
    },
    clear() {
      const edits = unsent()
      waiting = []
      underWay = 0
      noted = 0
      return edits
    },
  }
}
