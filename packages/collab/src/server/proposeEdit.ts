import * as Y from 'yjs'
import { draftTextName } from '../protocol.ts'
import type { TextEdit } from '../protocol.ts'
import { applyTextEdits } from './applyTextEdits.ts'
import { assertFits } from './assertFits.ts'
import type { Proposal } from './commitQueue.ts'
import type { Author } from './DraftStore.ts'
import { authorOf } from './room.ts'
import type { Room } from './room.ts'

/** The server's own client id for an author, kept while the room stands: one per edit would swell every state vector. */
const ownClients = new WeakMap<Room, Map<string, number>>()

function ownClient(room: Room, author: Author): number {
  const clients = ownClients.get(room) ?? new Map<string, number>()
  ownClients.set(room, clients)
  const key = author.kind === 'user' ? author.userId : 'assistant'
  const known = clients.get(key)
  if (known !== undefined) return known
  const fresh = freshClientId(room)
  clients.set(key, fresh)
  room.reservations.set(fresh, author)
  return fresh
}

function freshClientId(room: Room): number {
  for (;;) {
    const [clientId = 0] = crypto.getRandomValues(new Uint32Array(1))
    if (authorOf(room, clientId) === undefined && !room.doc.store.clients.has(clientId)) return clientId
  }
}

/** The server's edit, on the text exactly as committed. */
export function proposeEdit(room: Room, author: Author, change: (text: string) => TextEdit[], draftBytes: number): Proposal {
  return {
    room,
    clients: new Set(),
    exclusive: () => true,
    judge() {
      const edits = change(room.text.toJSON())
      if (edits.length === 0) return null
      const clientId = ownClient(room, author)
      const update = draw(room, clientId, edits)
      if (update === null) return null
      if (edits.some((edit) => edit.insert !== '')) assertFits(room, update, draftBytes)
      const claims = room.authors.has(clientId) ? [] : [{ clientId, author }]
      return { update, claims }
    },
  }
}

/** The edits as an update, made on a copy: the room's document must not be ahead of the store. */
function draw(room: Room, clientId: number, edits: readonly TextEdit[]): Uint8Array | null {
  const copy = new Y.Doc()
  try {
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(room.doc))
    copy.clientID = clientId
    let update: Uint8Array | null = null
    copy.on('update', (bytes: Uint8Array) => (update = bytes))
    copy.transact(() => applyTextEdits(copy.getText(draftTextName), edits))
    return update
  } finally {
    copy.destroy()
  }
}
