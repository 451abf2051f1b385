import type { AwarenessEntry, CloseReason, ParticipantRole } from '@prologue/contracts'
import { listen } from './listen.ts'
import type { DraftClientSocket } from './types.ts'

export type DraftListeners = {
  connected: () => void
  disconnected: () => void
  /** A connection could not be made; it is tried again by the socket. */
  unreachable: () => void
  updates: (event: { sequence: number; updates: string[] }) => void
  awareness: (entry: AwarenessEntry) => void
  role: (event: { role: ParticipantRole; canWrite: boolean }) => void
  closed: (reason: CloseReason) => void
}

/** Hears what concerns one draft on a connection that may carry others; returns what ends it. */
export function listenToDraft(socket: DraftClientSocket, draftId: string, listeners: DraftListeners): () => void {
  return listen(socket, {
    connect: listeners.connected,
    disconnect: listeners.disconnected,
    connect_error: listeners.unreachable,
    'draft:updates'(event) {
      if (event.draftId === draftId) listeners.updates(event)
    },
    'draft:awareness'(event) {
      if (event.draftId === draftId) listeners.awareness(event.entry)
    },
    'draft:role'(event) {
      if (event.draftId === draftId) listeners.role(event)
    },
    'draft:closed'(event) {
      if (event.draftId === draftId) listeners.closed(event.reason)
    },
  })
}
