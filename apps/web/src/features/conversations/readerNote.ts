import type { Conversation } from '@prologue/contracts'
import { statusWords } from './statusWords.ts'

/** Why somebody may not write here and what would change it; undefined while they may. */
export function readerNote({ status, abilities }: Pick<Conversation, 'status' | 'abilities'>): string | undefined {
  if (abilities.includes('draft:write')) return undefined
  if (status === 'active') return 'You can read here. An owner can give you a link to write.'
  const { word } = statusWords[status]
  return abilities.includes('conversation:set-status')
    ? `This conversation is ${word}; make it active to write.`
    : `This conversation is ${word}; it can only be read.`
}
