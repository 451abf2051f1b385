import { byRole } from './conversations.ts'

/** Who may share a conversation sees its links, makes them and withdraws them. */
export const shareRules = { 'conversation:share': byRole('conversation:share') }
