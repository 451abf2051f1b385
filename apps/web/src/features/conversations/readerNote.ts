import type { Conversation } from '@prologue/contracts'
import { roleDeeds } from '../../ui/roleWords.ts'
import { statusWords } from './statusWords.ts'

/** Why somebody may not write here and what would change it; undefined while they may. */
export function readerNote({ status, abilities }: Pick<Conversation, 'status' | 'abilities'>): string | undefined {
  if (abilities.includes('draft:write')) return undefined
  if (status === 'active') {
    const deeds = abilities.includes('comment:create') ? roleDeeds.commenter : 'read'
    return `You can ${deeds} here. The owner can let you write, under Share.`
  }
  const { word } = statusWords[status]
  return abilities.includes('conversation:set-status')
    ? `This conversation is ${word}; make it active to write.`
    : `This conversation is ${word}; it can only be read.`
}
