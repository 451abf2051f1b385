import { limits } from '@prologue/contracts'

/** How many wait to be read, as a badge shows it: more than fit are not told apart. */
export function unreadWords(unread: number): string {
  return unread >= limits.unread ? `${limits.unread - 1}+` : String(unread)
}
