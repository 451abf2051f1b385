/** Two bytes of UTF-8 that stand in nothing else of what is sent, then six characters that number the edit. */
const sign = '§'
const signBytes = Buffer.from(sign)
const length = 6

export type Marks = {
  /** The text of a new edit. Its time runs from now, until so many have read it. */
  make: (readers: number) => string
  /** Looks for marks in bytes that came. */
  find: (bytes: Uint8Array) => void
  /** Edits that not everybody has read yet. */
  left: () => number
  /** Milliseconds until the last reader had each edit. */
  last: number[]
}

/** Edits that are known again in the bytes of whoever gets them, without reading Yjs there. */
export function createMarks(): Marks {
  const underWay = new Map<string, { since: number; readers: number }>()
  const last: number[] = []
  let made = 0

  function read(mark: string): void {
    const edit = underWay.get(mark)
    if (!edit) return
    edit.readers -= 1
    if (edit.readers > 0) return
    last.push(performance.now() - edit.since)
    underWay.delete(mark)
  }

  return {
    last,
    left: () => underWay.size,
    make(readers) {
      const mark = (made += 1).toString(36).padStart(length, '0')
      if (readers > 0) underWay.set(mark, { since: performance.now(), readers })
      return sign + mark
    },
    find(bytes) {
      const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      for (let at = buffer.indexOf(signBytes); at >= 0; at = buffer.indexOf(signBytes, at + 1)) {
        const start = at + signBytes.length
        read(buffer.toString('latin1', start, start + length))
      }
    },
  }
}
