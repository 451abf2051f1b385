import * as Y from 'yjs'
import { pushLimits } from '../protocol.ts'
import { countRanges, encodeParts } from './parts.ts'
import type { Range, Struct, UpdateParts } from './parts.ts'

/** More than any struct takes besides its text: info, two ids, root name. */
const structOverhead = 48
/** More than any deleted range takes: two numbers, and its client's heading. */
const rangeOverhead = 32

/**
 * The parts as updates that each fit into one push of at most `maxBytes`, in an order in which each needs only those
 * before it. One update when all fits, none for empty parts.
 */
export function splitParts(parts: UpdateParts, maxBytes: number): Uint8Array[] {
  if (parts.structs.length === 0 && parts.deletes.size === 0) return []
  const whole = encodeParts(parts)
  const clients = new Set(parts.structs.map((struct) => struct.id.client)).size
  const fits = parts.structs.length <= pushLimits.structs && countRanges(parts.deletes) <= pushLimits.deletes
  if (fits && clients <= pushLimits.clients && whole.length <= maxBytes) return [whole]
  return [...splitStructs(causalOrder(parts.structs), maxBytes), ...splitDeletes(parts.deletes, maxBytes)]
}

function splitStructs(structs: readonly Struct[], maxBytes: number): Uint8Array[] {
  const updates: Uint8Array[] = []
  let frame: Struct[] = []
  let clients = new Set<number>()
  let bytes = 0
  const flush = () => {
    if (frame.length > 0) updates.push(encodeParts({ structs: frame, deletes: new Map() }))
    frame = []
    clients = new Set()
    bytes = 0
  }
  for (const struct of structs.flatMap((each) => cutText(each, maxBytes - structOverhead * 2))) {
    const size = structOverhead + textBytes(struct)
    const newClient = !clients.has(struct.id.client) && clients.size >= pushLimits.clients
    if (bytes + size > maxBytes || frame.length >= pushLimits.structs || newClient) flush()
    frame.push(struct)
    clients.add(struct.id.client)
    bytes += size
  }
  flush()
  return updates
}

function splitDeletes(deletes: UpdateParts['deletes'], maxBytes: number): Uint8Array[] {
  const most = Math.min(pushLimits.deletes, Math.floor(maxBytes / rangeOverhead))
  const updates: Uint8Array[] = []
  let frame = new Map<number, Range[]>()
  let count = 0
  const flush = () => {
    if (count > 0) updates.push(encodeParts({ structs: [], deletes: frame }))
    frame = new Map()
    count = 0
  }
  for (const [client, ranges] of deletes) {
    for (const range of ranges) {
      if (count >= most) flush()
      const list = frame.get(client)
      if (list) list.push(range)
      else frame.set(client, [range])
      count += 1
    }
  }
  flush()
  return updates
}

/** Each struct after those it refers to. Structs of one client stay in their order. */
function causalOrder(structs: readonly Struct[]): Struct[] {
  const queues = new Map<number, { list: Struct[]; next: number; clock: number }>()
  for (const struct of structs) {
    const queue = queues.get(struct.id.client)
    if (queue) queue.list.push(struct)
    else queues.set(struct.id.client, { list: [struct], next: 0, clock: struct.id.clock })
  }
  const isPlaced = (id: Y.ID | null) => id === null || id.clock < (queues.get(id.client)?.clock ?? Infinity)
  const ordered: Struct[] = []
  while (ordered.length < structs.length) {
    const before = ordered.length
    for (const queue of queues.values()) {
      let struct = queue.list[queue.next]
      while (struct && (struct instanceof Y.GC || (isPlaced(struct.origin) && isPlaced(struct.rightOrigin)))) {
        ordered.push(struct)
        queue.next += 1
        queue.clock = struct.id.clock + struct.length
        struct = queue.list[queue.next]
      }
    }
    if (ordered.length === before) throw new Error('The structs of a Yjs document refer to each other in a circle.')
  }
  return ordered
}

function textBytes(struct: Struct): number {
  const text = textOf(struct)
  return text === null ? 0 : new TextEncoder().encode(text).length
}

function textOf(struct: Struct): string | null {
  return struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str : null
}

/** One long text as several structs that mean the same, as Yjs itself would split it. */
function cutText(struct: Struct, maxBytes: number): Struct[] {
  const text = textOf(struct)
  // A UTF-16 code unit takes at most three bytes in UTF-8.
  const step = Math.floor(maxBytes / 3)
  if (text === null || !(struct instanceof Y.Item) || text.length <= step) return [struct]
  const { client, clock } = struct.id
  const pieces: Struct[] = []
  for (let start = 0; start < text.length;) {
    let end = Math.min(start + step, text.length)
    const last = text.charCodeAt(end - 1)
    // Never between the halves of a surrogate pair.
    if (end < text.length && last >= 0xd800 && last <= 0xdbff) end -= 1
    const origin = start === 0 ? struct.origin : Y.createID(client, clock + start - 1)
    const parent = start === 0 ? struct.parent : null
    const content = new Y.ContentString(text.slice(start, end))
    pieces.push(new Y.Item(Y.createID(client, clock + start), null, origin, null, struct.rightOrigin, parent, null, content))
    start = end
  }
  return pieces
}
