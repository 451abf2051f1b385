import { AppError } from '@prologue/contracts'
import type { CloseReason } from '@prologue/contracts'
import type { Broadcast } from './broadcast.ts'
import type { Compaction } from './compaction.ts'
import type { DraftStore } from './DraftStore.ts'
import type { Keeping } from './keeping.ts'
import { buildRoom, takeStored, takeUpdates } from './room.ts'
import type { Room } from './room.ts'

export type Rooms = {
  /** The room with the log as it stands, held until `release`. All who ask for a cold draft wait for one load. Throws NOT_FOUND. */
  acquire: (draftId: string) => Promise<Room>
  /** Holds a room once more. */
  hold: (room: Room) => void
  release: (room: Room) => void
  /** Reads what a stale room lacks and tells everybody in it. */
  catchUp: (room: Room) => Promise<void>
  /** The same in a while, and again until it works: those who only read ask for nothing by which it would be noticed. */
  catchUpLater: (room: Room) => void
  /** Ends a room at once; who asks for the draft next loads it anew. */
  end: (room: Room, reason: CloseReason) => void
  find: (draftId: string) => Promise<Room | null>
  /** Resolves when all rooms are folded and unloaded; nobody may ask for one any more. */
  drained: () => Promise<void>
}

/** Milliseconds until a stale room is read without being asked. */
const laterIs = 1_000

type Entry = { loaded: Promise<Room>; holds: number; unloading: boolean; forgotten: PromiseWithResolvers<void> }

export function createRooms(parts: {
  store: DraftStore
  compaction: Compaction
  keeping: Keeping
  broadcast: Broadcast
  /** Told when a room has ended, to send away who is in it. */
  ended: (room: Room, reason: CloseReason) => void
}): Rooms {
  const { store, compaction, keeping, broadcast } = parts
  const entries = new Map<string, Entry>()
  const entryOf = new WeakMap<Room, Entry>()
  const catching = new WeakMap<Room, Promise<void>>()

  async function load(draftId: string, entry: () => Entry): Promise<Room> {
    const stored = await store.load(draftId)
    if (!stored) throw new AppError('NOT_FOUND')
    const room = buildRoom(draftId, stored)
    entryOf.set(room, entry())
    return room
  }

  function open(draftId: string): Entry {
    const known = entries.get(draftId)
    if (known) return known
    const entry: Entry = { loaded: load(draftId, () => entry), holds: 0, unloading: false, forgotten: Promise.withResolvers() }
    entries.set(draftId, entry)
    entry.loaded.catch(() => forget(draftId, entry))
    return entry
  }

  function forget(draftId: string, entry: Entry): void {
    if (entries.get(draftId) === entry) entries.delete(draftId)
    entry.forgotten.resolve()
  }

  async function unload(room: Room, entry: Entry): Promise<void> {
    entry.unloading = true
    let folded: number
    do {
      folded = room.sequence
      await compaction.fold(room)
      await keeping.keep(room)
      // Somebody may have come, written and left meanwhile.
    } while (entry.holds === 0 && room.sequence > folded)
    entry.unloading = false
    // Or be here still.
    if (entry.holds > 0) return
    forget(room.draftId, entry)
    room.doc.destroy()
  }

  function release(room: Room): void {
    const entry = entryOf.get(room)
    if (!entry) return
    entry.holds -= 1
    if (entry.holds === 0 && !entry.unloading) void unload(room, entry)
  }

  function end(room: Room, reason: CloseReason): void {
    if (room.gone) return
    room.gone = reason
    const entry = entryOf.get(room)
    if (entry) forget(room.draftId, entry)
    parts.ended(room, reason)
  }

  async function reload(room: Room): Promise<void> {
    const stored = await store.load(room.draftId)
    if (!stored) return end(room, 'draft-deleted')
    if (stored.epoch !== room.epoch) return end(room, 'epoch-changed')
    takeStored(room, stored)
    room.stale = 'no'
    // No edit of its own has this number for those who are here: they notice the gap and open the draft again.
    broadcast.updates(room.draftId, room.sequence, [])
  }

  async function readTail(room: Room): Promise<void> {
    if (room.stale === 'all') return reload(room)
    const tail = await store.since(room.draftId, room.sequence)
    const first = tail.updates[0]
    if (first && first.sequence !== room.sequence + 1) return reload(room)
    takeUpdates(room, tail.updates, tail.authors)
    room.stale = 'no'
    if (first) {
      const updates = tail.updates.map(({ update }) => update)
      broadcast.updates(room.draftId, room.sequence, updates)
    }
  }

  function catchUp(room: Room): Promise<void> {
    if (room.stale === 'no' || room.gone) return Promise.resolve()
    const running = catching.get(room) ?? readTail(room).finally(() => catching.delete(room))
    catching.set(room, running)
    return running
  }

  function catchUpLater(room: Room): void {
    const timer = setTimeout(() => {
      const held = (entryOf.get(room)?.holds ?? 0) > 0
      if (held) catchUp(room).catch(() => catchUpLater(room))
    }, laterIs)
    timer.unref()
  }

  async function acquire(draftId: string): Promise<Room> {
    const entry = open(draftId)
    entry.holds += 1
    const room = await entry.loaded
    try {
      await catchUp(room)
    } catch (error) {
      release(room)
      throw error
    }
    if (!room.gone) return room
    release(room)
    return acquire(draftId)
  }

  return {
    acquire,
    release,
    catchUp,
    catchUpLater,
    end,
    hold(room) {
      const entry = entryOf.get(room)
      if (entry) entry.holds += 1
    },
    async find(draftId) {
      return (await entries.get(draftId)?.loaded.catch(() => null)) ?? null
    },
    async drained() {
      while (entries.size > 0) await Promise.all([...entries.values()].map((entry) => entry.forgotten.promise))
    },
  }
}
