const keyOf = (conversationId: string) => `prologue.link.${conversationId}`

/** Keeps for this tab by which link its guest came, so that they find back when they sign in. */
export function keepLink(conversationId: string, token: string): void {
  try {
    sessionStorage.setItem(keyOf(conversationId), token)
  } catch {
    // Where nothing may be kept, the link itself still leads back.
  }
}

/** The path of the link that led to a conversation, or of the conversation itself. */
export function linkKept(conversationId: string): string {
  try {
    const token = sessionStorage.getItem(keyOf(conversationId))
    if (token) return `/s/${token}`
  } catch {
    // As above.
  }
  return `/c/${conversationId}`
}
