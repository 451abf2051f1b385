import * as Y from 'yjs'
import type { Struct, UpdateParts } from '../updates/parts.ts'

/** What a document holds of the ranges: each struct that they touch, and from where to where within it. */
export function* deletedStructs(
  deletes: UpdateParts['deletes'],
  doc: Y.Doc,
): Generator<{ struct: Struct; from: number; to: number }> {
  for (const [client, ranges] of deletes) {
    const structs = doc.store.clients.get(client) ?? []
    for (const { clock, len } of ranges) {
      if (clock >= Y.getState(doc.store, client)) continue
      for (let index = Y.findIndexSS(structs, clock); index < structs.length; index += 1) {
        const struct = structs[index]
        if (!struct || struct.id.clock >= clock + len) break
        const { clock: begin } = struct.id
        yield { struct, from: Math.max(clock - begin, 0), to: Math.min(clock + len - begin, struct.length) }
      }
    }
  }
}
