import { idSchema } from '@prologue/contracts'

const beginning = '#message-'

/** The address that opens a conversation at one of its messages. */
export function messageLink(conversationId: string, promptId: string): string {
  return `${window.location.origin}/c/${conversationId}${beginning}${promptId}`
}

/** Which message an address leads to; null where it leads to none. */
export function linkedMessage(hash: string): string | null {
  if (!hash.startsWith(beginning)) return null
  const id = idSchema.safeParse(hash.slice(beginning.length).toLowerCase())
  return id.success ? id.data : null
}
