import * as Y from 'yjs'
import type { Range, Struct, UpdateParts } from './parts.ts'

/**
 * What the document holds and another does not: `theirVector` is the other's state vector, `theirState` any update that
 * `Y.encodeStateAsUpdate` made of it (they all list every deletion). Empty parts mean: nothing to send.
 */
export function missingParts(doc: Y.Doc, theirVector: Uint8Array, theirState: Uint8Array): UpdateParts {
  const mine = Y.decodeUpdate(Y.encodeStateAsUpdate(doc, theirVector))
  const theirs = Y.decodeUpdate(theirState).ds.clients
  const structs: Struct[] = []
  for (const struct of mine.structs) {
    // Structs that wait for others are no part of the document yet; they came from the server, which has them.
    const integrated = struct.id.clock < Y.getState(doc.store, struct.id.client)
    if (integrated && !(struct instanceof Y.Skip)) structs.push(struct)
  }
  const deletes = new Map<number, Range[]>()
  for (const [client, ranges] of mine.ds.clients) {
    const rest = subtractRanges(ranges, theirs.get(client) ?? [])
    if (rest.length > 0) deletes.set(client, rest)
  }
  return { structs, deletes }
}

/** Both lists ascending and without overlaps. */
function subtractRanges(ranges: readonly Range[], taken: readonly Range[]): Range[] {
  const rest: Range[] = []
  let next = 0
  for (const { clock, len } of ranges) {
    const end = clock + len
    let from = clock
    while (from < end) {
      let other = taken[next]
      while (other && other.clock + other.len <= from) {
        next += 1
        other = taken[next]
      }
      const until = other ? Math.min(Math.max(other.clock, from), end) : end
      if (until > from) rest.push({ clock: from, len: until - from })
      from = other && until < end ? Math.min(other.clock + other.len, end) : end
    }
  }
  return rest
}
