import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

export type Struct = Y.Item | Y.GC

/** Deleted text of one Yjs client: from `clock`, `len` UTF-16 code units. */
export type Range = { clock: number; len: number }

/** What an update says: new structs in the order of the update, and deleted ranges by client id. */
export type UpdateParts = { structs: Struct[]; deletes: Map<number, Range[]> }

/**
 * The parts as Yjs V1 bytes. Structs of one client must be in the order of their clocks and without gaps. What is below
 * `known` (a clock by client id) is left out, so a struct that is known in part is cut.
 */
export function encodeParts({ structs, deletes }: UpdateParts, known: ReadonlyMap<number, number> = new Map()): Uint8Array {
  const byClient = new Map<number, Struct[]>()
  for (const struct of structs) {
    const { client, clock } = struct.id
    if (clock + struct.length <= (known.get(client) ?? 0)) continue
    const list = byClient.get(client)
    if (list) list.push(struct)
    else byClient.set(client, [struct])
  }
  const encoder = new Y.UpdateEncoderV1()
  encoding.writeVarUint(encoder.restEncoder, byClient.size)
  // Higher client ids first, as Yjs itself writes them: it saves work where they conflict.
  for (const [client, list] of [...byClient].toSorted((a, b) => b[0] - a[0])) {
    const start = list[0]?.id.clock ?? 0
    const offset = Math.max((known.get(client) ?? 0) - start, 0)
    encoding.writeVarUint(encoder.restEncoder, list.length)
    encoder.writeClient(client)
    encoding.writeVarUint(encoder.restEncoder, start + offset)
    list.forEach((struct, index) => struct.write(encoder, index === 0 ? offset : 0))
  }
  encoding.writeVarUint(encoder.restEncoder, deletes.size)
  for (const [client, ranges] of [...deletes].toSorted((a, b) => b[0] - a[0])) {
    encoding.writeVarUint(encoder.restEncoder, client)
    encoding.writeVarUint(encoder.restEncoder, ranges.length)
    for (const { clock, len } of ranges) {
      encoding.writeVarUint(encoder.restEncoder, clock)
      encoding.writeVarUint(encoder.restEncoder, len)
    }
  }
  return encoder.toUint8Array()
}

export function countRanges(deletes: UpdateParts['deletes']): number {
  let count = 0
  for (const ranges of deletes.values()) count += ranges.length
  return count
}
