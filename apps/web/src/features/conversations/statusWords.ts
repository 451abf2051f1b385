import type { ConversationStatus } from '@prologue/contracts'

/** Where a conversation stands, in words; `act` is what puts it there. */
export const statusWords: Readonly<Record<ConversationStatus, { name: string; word: string; act: string }>> = {
  active: { name: 'Active', word: 'active', act: 'Make active' },
  paused: { name: 'Paused', word: 'paused', act: 'Pause' },
  completed: { name: 'Completed', word: 'completed', act: 'Complete' },
  archived: { name: 'Archived', word: 'archived', act: 'Archive' },
}
