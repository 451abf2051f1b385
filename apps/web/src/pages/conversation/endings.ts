import type { RoomCloseReason } from '@prologue/contracts'

/** Why nothing more comes in or goes out here: what the server said of the room, or that the session ended. */
export type Ending = RoomCloseReason | 'visit-ended' | 'signed-out'

/** What happened, and what to do now. */
export const endings: Readonly<Record<Ending, string>> = {
  'access-ended':
    'Your access to this conversation has ended. What you see stays until you leave the page; its owner can let you in again.',
  'visit-ended':
    'Your access to this conversation has ended: the link you came by was withdrawn or has run out, or you were removed. What you see stays until you leave the page.',
  'conversation-deleted':
    'This conversation was deleted. What you see stays until you leave the page; whoever deleted it can bring it back for a while.',
  'signed-out': 'You were signed out. Sign in here or in another tab to go on: what was not sent is sent then.',
}

/** What only this browser has, as a sentence; '' for nothing. */
export function unsentWords(edits: number): string {
  if (edits === 0) return ''
  return edits === 1
    ? 'Your last edit of the draft was not sent: save a copy.'
    : `Your last ${edits.toLocaleString('en')} edits of the draft were not sent: save a copy.`
}
