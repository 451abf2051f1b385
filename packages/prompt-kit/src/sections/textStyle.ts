import type { Family } from '../brief/schema.ts'
import type { Heading } from '../checker/document/prose.ts'
import type { Block } from './sectionBlocks.ts'
import { isSectionName, sectionNameOf } from './sectionNameOf.ts'

const isKnown = ({ text }: Heading) => isSectionName(sectionNameOf(text))

/** Fewer of the composer's own headings may be a chance. */
const atLeast = 2

/** Whether a text is parted by its tags; headings otherwise, in which tags stand around data alone. */
export function isTagged(blocks: readonly Block[], headings: readonly Heading[]): boolean {
  const tags = blocks.filter(({ name }) => isSectionName(name)).length
  const heads = headings.filter(isKnown).length
  return tags === heads ? blocks.length > headings.length : tags > heads
}

/** How deep headings part the text: where the composer's stand on the first level, deeper ones belong to what they part. */
export function partingLevel(headings: readonly Heading[]): 1 | 2 {
  return headings.filter((heading) => heading.level === 1 && isKnown(heading)).length >= atLeast ? 1 : 2
}

/** Whose layout a text has; null where none shows. */
export function styleOf(text: string, blocks: readonly Block[], headings: readonly Heading[]): Family | null {
  if (isTagged(blocks, headings)) return 'claude'
  const first = headings.find(isKnown) ?? headings[0]
  if (first === undefined) return null
  if (first.level === 1) return 'gpt'
  return /^\r?\n[ \t]*\r?(?:\n|$)/.test(text.slice(first.end)) ? 'plain' : 'gemini'
}
