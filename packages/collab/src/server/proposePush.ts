import { AppError } from '@prologue/contracts'
import { assertFits, mayOverflow } from './assertFits.ts'
import type { Proposal } from './commitQueue.ts'
import type { Author } from './DraftStore.ts'
import { judgePush } from './gate.ts'
import type { PushedUpdate } from './gate.ts'
import type { Place } from './place.ts'

/** Somebody's edit. The right to write is asked when its commit begins: access that ended meanwhile refuses it. */
export function proposePush<Identity>(place: Place<Identity>, push: PushedUpdate, draftBytes: number): Proposal {
  const { room } = place
  const author: Author = { kind: 'user', userId: place.person.id }
  return {
    room,
    sender: place.socket.id,
    clients: new Set(push.clients.keys()),
    // In a full draft what it deletes counts for it, and must not count for another edit of the same commit as well.
    exclusive: () => mayOverflow(room, push.size, draftBytes),
    judge() {
      if (!place.canWrite) throw new AppError('FORBIDDEN')
      const judged = judgePush(push, room, author)
      if (judged === null) return null
      // Deletions alone always fit.
      if (judged.growth > 0) assertFits(room, judged.update, draftBytes)
      const claims = judged.claims.map((clientId) => ({ clientId, author }))
      return { update: judged.update, claims }
    },
  }
}
