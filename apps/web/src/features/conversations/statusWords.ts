import type { ConversationStatus } from '@prologue/contracts'

/** As menus have them. Not read from the schema: with it the start page would fetch all of what checks schemas. */
export const statuses = ['active', 'paused', 'completed', 'archived'] as const satisfies readonly ConversationStatus[]

/** Where a conversation stands, in words; `act` is what puts it there. */
export const statusWords: Readonly<Record<ConversationStatus, { name: string; word: string; act: string }>> = {
  active: { name: 'Active', word: 'active', act: 'Make active' },
  paused: { name: 'Paused', word: 'paused', act: 'Pause' },
  completed: { name: 'Completed', word: 'completed', act: 'Complete' },
  archived: { name: 'Archived', word: 'archived', act: 'Archive' },
}
