import type { Seat } from '../server/messages.ts'

/** One client as thin as can be, so that what is measured is the server: it sends updates and looks for marks in what comes. */
export type Wire = {
  /** Resolves when the server has acknowledged it. */
  send: (update: Uint8Array) => Promise<void>
  close: () => void
}

/** Resolves when the draft is open. `hear` gets the bytes of others' updates. */
export type Connect = (seat: Seat, clientId: number, hear: (bytes: Uint8Array) => void) => Promise<Wire>
