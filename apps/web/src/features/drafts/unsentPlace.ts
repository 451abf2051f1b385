import type { CopyPlace } from '@prologue/collab/client'
import { z } from 'zod'

const placeSchema = z.object({ draftId: z.string(), epoch: z.number(), personId: z.string() })
const keyOf = (conversationId: string, personId: string) => `prologue.unsent.${conversationId}.${personId}`

/** Keeps which draft of a conversation has edits that only this browser holds: who may not open it any more finds them by this. */
export function keepUnsentPlace(conversationId: string, place: CopyPlace): void {
  try {
    localStorage.setItem(keyOf(conversationId, place.personId), JSON.stringify(place))
  } catch {
    // Where nothing may be kept, the edits are not kept either.
  }
}

export function forgetUnsentPlace(conversationId: string, personId: string): void {
  try {
    localStorage.removeItem(keyOf(conversationId, personId))
  } catch {
    // As above.
  }
}

export function unsentPlace(conversationId: string, personId: string): CopyPlace | null {
  try {
    return placeSchema.parse(JSON.parse(localStorage.getItem(keyOf(conversationId, personId)) ?? ''))
  } catch {
    return null
  }
}
