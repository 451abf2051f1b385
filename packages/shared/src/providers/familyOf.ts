import type { ProviderKind } from '@prologue/contracts'
import type { Family } from '@prologue/prompt-kit'

const byKind: Partial<Record<ProviderKind, Family>> = { openai: 'gpt', anthropic: 'claude', google: 'gemini' }
const byName: readonly [RegExp, Family][] = [
  [/claude/i, 'claude'],
  [/gemini/i, 'gemini'],
  [/\bgpt-(?!oss)|\bo\d\b/i, 'gpt'],
]

/** Which style of prompt suits a model: by its maker, of other servers by its name. */
export function familyOf({ kind }: { kind: ProviderKind }, model: string): Family {
  return byKind[kind] ?? byName.find(([pattern]) => pattern.test(model))?.[1] ?? 'plain'
}
