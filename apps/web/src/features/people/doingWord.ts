import type { PresenceState } from '@prologue/contracts'

/** What somebody does just now, in a word; `inDraft`: they write there. */
export function doingWord({ idle, typing }: PresenceState, inDraft = false): string {
  if (typing) return 'writing a message'
  if (inDraft) return 'writing'
  return idle ? 'idle' : 'here'
}
