import { composerName } from '@prologue/contracts'
import type { Prompt } from '../models/index.ts'

/** Whether the response of an exchange is a whole prompt, which can be written into the draft, not words to whoever asked. */
export function isWhole({ provider, metadata }: Pick<Prompt, 'provider' | 'metadata'>): boolean {
  return provider === composerName && metadata.reply !== true
}
