import type { Brief } from '../schema.ts'

/** The slot that a heading or a lead such as "Rules:" opens; `rules` sorts each line into do and dont, `donts` takes all as dont. */
export type HeadingSlot = Exclude<keyof Brief, 'do' | 'dont' | 'name' | 'family'> | 'rules' | 'donts'

/**
 * Headings that say nothing beyond the section they open, so that the composed section stands for them. A richer one ("Technical
 * requirements") is kept with its lines.
 */
const names: readonly (readonly [HeadingSlot, string])[] = [
  ['role', 'role|your role|persona'],
  ['domain', 'domain|topic'],
  ['task', 'task|your task|objective|goal|your goal|your objective'],
  ['audience', 'audience|target audience'],
  ['context', 'context|background'],
  ['inputs', 'input|inputs|variables|user input'],
  [
    'steps',
    'steps|instructions|your instructions|workflow|tasks|your tasks|responsibilities|your responsibilities|you will|you should|you can|you must|you are to|your task is to|your job is to|your role is to|your goal is to|your tasks are|your responsibilities are|your responsibilities include|your tasks include',
  ],
  ['rules', 'rules|constraints|requirements|guidelines|constraint|rule|rules and constraints|restrictions'],
  ['donts', "do not|don't|avoid|never"],
  ['tone', 'tone|style|voice|tone of voice|tone and style'],
  ['language', 'language|output language'],
  ['length', 'length|output length|answer length'],
  ['output', 'output|output format|format|response format'],
  ['examples', 'example|examples'],
  ['tools', 'tools|available tools'],
  ['fallback', 'fallback'],
  ['escalation', 'escalation'],
  ['safety', 'safety'],
  ['criteria', 'success criteria|criteria'],
]

const slots: ReadonlyMap<string, HeadingSlot> = new Map(
  names.flatMap(([slot, list]) => list.split('|').map((name): [string, HeadingSlot] => [name, slot])),
)

/** Every word such a heading is made of. */
export const headingWords: readonly string[] = [...new Set([...slots.keys()].flatMap((name) => name.split(' ')))]

/** Null for a heading that has words of its own. */
export function headingSlotOf(heading: string): HeadingSlot | null {
  if (heading.length > 60) return null
  const bare = heading
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^[\s*#:_]+|[\s*#:_：]+$/g, '')
    .replace(/\s+/g, ' ')
  return slots.get(bare) ?? null
}
