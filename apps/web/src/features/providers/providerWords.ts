import type { Provider } from '@prologue/contracts'
import { kinds } from './kinds.ts'

/** Where a provider is and what it is for, as a line of a list. */
export function providerWords(provider: Provider): string {
  const { kind, baseUrl, hasKey, enabled, fallback } = provider
  const words = [
    kind === 'openai-compatible' && baseUrl ? baseUrl : [kinds[kind].label, baseUrl].filter(Boolean).join(' at '),
    hasKey ? 'key kept, not shown' : 'no key',
  ]
  if (!enabled) words.push('off')
  else if (fallback) words.push('asked where another fails')
  return words.join(' · ')
}
