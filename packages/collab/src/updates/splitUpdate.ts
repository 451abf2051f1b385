import * as Y from 'yjs'
import type { Struct } from './parts.ts'
import { splitParts } from './splitParts.ts'

/** Below this an update cannot hold more structs or deletions than a push may. */
const surelySmall = 8_192

/** An update of one document as updates that each fit into one push. */
export function splitUpdate(update: Uint8Array, maxBytes: number): Uint8Array[] {
  if (update.length <= Math.min(surelySmall, maxBytes)) return [update]
  const { structs, ds } = Y.decodeUpdate(update)
  const kept: Struct[] = []
  for (const struct of structs) if (!(struct instanceof Y.Skip)) kept.push(struct)
  return splitParts({ structs: kept, deletes: ds.clients }, maxBytes)
}
