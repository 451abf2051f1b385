import type { PresenceState } from '@prologue/contracts'

/** What somebody does just now, in a word. */
export function doingWord({ idle, typing }: PresenceState): string {
  if (typing) return 'writing a message'
  return idle ? 'idle' : 'here'
}
