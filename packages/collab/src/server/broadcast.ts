import { toBase64 } from '../updates/base64.ts'
import type { DraftSocket } from './types.ts'

/** Speaks to all who have a draft open, on every node. */
export type Broadcast = {
  /** Edits up to `sequence`; `except` is the connection that sent all of them and is told by its ack. */
  updates: (draftId: string, sequence: number, updates: readonly Uint8Array[], except?: string) => void
}

export const draftRoom = (draftId: string) => `draft:${draftId}`

/** `namespace` is null until the first connection; before it there is nobody to speak to. */
export function createBroadcast<Identity>(namespace: () => DraftSocket<Identity>['nsp'] | null): Broadcast {
  return {
    updates(draftId, sequence, updates, except) {
      const room = namespace()?.to(draftRoom(draftId))
      const event = { draftId, sequence, updates: updates.map(toBase64) }
      if (except === undefined) room?.emit('draft:updates', event)
      else room?.except(except).emit('draft:updates', event)
    },
  }
}
