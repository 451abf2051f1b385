import type { Brief, Source } from '@prologue/prompt-kit'

type Slot = { source: Source; value: string | object }

/** Parts of a slot's value that name a kind of thing and are no words of the person's. */
const kinds = new Set(['archetype', 'kind', 'unit'])

/** What somebody said in a brief, without what the program put in. */
export function briefWords(brief: Brief | undefined): string {
  if (!brief) return ''
  const { family: _model, ...said } = brief
  const slots = Object.values(said).flatMap((slot): Slot[] => (slot === null ? [] : Array.isArray(slot) ? slot : [slot]))
  return slots.flatMap(({ source, value }) => (source === 'default' ? [] : textsOf(value))).join('\n')
}

function textsOf(value: string | object): string[] {
  if (typeof value === 'string') return [value]
  return Object.entries(value).flatMap(([name, part]) => (typeof part === 'string' && !kinds.has(name) ? [part] : []))
}
