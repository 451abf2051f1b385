import type { AwarenessEntry, CloseReason, ParticipantRole } from '@prologue/contracts'
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
  const { connected, disconnected, unreachable } = listeners

  function onUpdates(event: { draftId: string; sequence: number; updates: string[] }): void {
    if (event.draftId === draftId) listeners.updates(event)
  }

  function onAwareness(event: { draftId: string; entry: AwarenessEntry }): void {
    if (event.draftId === draftId) listeners.awareness(event.entry)
  }

  function onRole(event: { draftId: string; role: ParticipantRole; canWrite: boolean }): void {
    if (event.draftId === draftId) listeners.role(event)
  }

  function onClosed(event: { draftId: string; reason: CloseReason }): void {
    if (event.draftId === draftId) listeners.closed(event.reason)
  }

  socket.on('connect', connected)
  socket.on('disconnect', disconnected)
  socket.on('connect_error', unreachable)
  socket.on('draft:updates', onUpdates)
  socket.on('draft:awareness', onAwareness)
  socket.on('draft:role', onRole)
  socket.on('draft:closed', onClosed)
  return () => {
    socket.off('connect', connected)
    socket.off('disconnect', disconnected)
    socket.off('connect_error', unreachable)
    socket.off('draft:updates', onUpdates)
    socket.off('draft:awareness', onAwareness)
    socket.off('draft:role', onRole)
    socket.off('draft:closed', onClosed)
  }
}
