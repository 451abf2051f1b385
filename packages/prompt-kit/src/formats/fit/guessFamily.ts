import type { PortableTemplate } from '../types.ts'

const families = [
  ['claude', /claude|anthropic/i],
  ['gpt', /\bgpt|chatgpt|openai|^o\d\b/i],
  ['gemini', /gemini|googleai|vertexai/i],
] as const

/** The model family that the newest version's model belongs to; null where it names none that is known. */
export function guessFamily({ versions }: Pick<PortableTemplate, 'versions'>): 'claude' | 'gpt' | 'gemini' | null {
  const model = versions.at(-1)?.settings.model ?? ''
  return families.find(([, pattern]) => pattern.test(model))?.[0] ?? null
}
