import { idSchema } from '@prologue/contracts'

/** What in a conversation an address can lead to. */
type Kind = 'comment' | 'message'

/** What one of a kind is called on the page, and behind the # of its address. */
export function placeName(kind: Kind, id: string): string {
  return `${kind}-${id}`
}

/** The path that opens a conversation at one place in it. */
export function pathTo(conversationId: string, kind: Kind, id: string): string {
  return `/c/${conversationId}#${placeName(kind, id)}`
}

/** Which one of a kind an address leads to, by its part from the # on; null where it leads to none. */
export function linkedId(kind: Kind, hash: string): string | null {
  const beginning = `#${placeName(kind, '')}`
  if (!hash.startsWith(beginning)) return null
  const id = idSchema.safeParse(hash.slice(beginning.length).toLowerCase())
  return id.success ? id.data : null
}
