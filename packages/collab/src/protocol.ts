/** The one root type of a draft's Yjs document: its text. */
export const draftTextName = 'draft'

/**
 * What one push may hold besides its bytes (`limits.updateBytes`): each part costs the server a search and perhaps a
 * split in its document, so their number bounds how long a frame can hold the process. The client cuts larger ones.
 */
export const pushLimits = {
  /** Pieces of inserted text. */
  structs: 2_000,
  /** Ranges of deleted text. */
  deletes: 2_000,
  /** Yjs client ids with new text: this sitting's, and those of earlier ones that never got through. */
  clients: 32,
} as const

/** A change of the draft's text. `index` and `remove` count UTF-16 code units of the text before any change of its list. */
export type TextEdit = { index: number; remove: number; insert: string }
