import { z } from 'zod'

const visitSchema = z.object({ token: z.string(), guestId: z.string() })
type Visit = z.infer<typeof visitSchema>

const keyOf = (conversationId: string) => `prologue.visit.${conversationId}`

/** Keeps for this tab by which link its guest came and as whom: how they find back when they sign in, or when their visit has ended. */
export function keepVisit(conversationId: string, visit: Visit): void {
  try {
    sessionStorage.setItem(keyOf(conversationId), JSON.stringify(visit))
  } catch {
    // Where nothing may be kept, the link itself still leads back.
  }
}

/** Null where nobody came to the conversation as a guest in this tab. */
export function keptVisit(conversationId: string): Visit | null {
  try {
    return visitSchema.parse(JSON.parse(sessionStorage.getItem(keyOf(conversationId)) ?? ''))
  } catch {
    return null
  }
}

/** The path of the link that led a guest to a conversation, or of the conversation itself. */
export function wayBack(conversationId: string): string {
  const visit = keptVisit(conversationId)
  return visit ? `/s/${visit.token}` : `/c/${conversationId}`
}
