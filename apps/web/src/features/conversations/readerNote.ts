import type { Conversation } from '@prologue/contracts'

/** Why somebody may not write here and what would change it; undefined while they may. */
export function readerNote({ status, abilities }: Pick<Conversation, 'status' | 'abilities'>): string | undefined {
  if (abilities.includes('draft:write')) return undefined
  if (status !== 'archived') return 'You can read here. An owner can give you a link to write.'
  return abilities.includes('conversation:set-status')
    ? 'This conversation is archived; bring it back to write.'
    : 'This conversation is archived; it can only be read.'
}
