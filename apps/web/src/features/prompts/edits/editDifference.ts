import type { PromptEdit } from '@prologue/contracts'
import { applySectionEdit, readSections } from '@prologue/prompt-kit'

export type EditDifference = { before: string; after: string }

/** What an edit makes of its section in the draft as it is now; null where it changes nothing there. */
export function editDifference(
  draft: string,
  { section, op, text }: Pick<PromptEdit, 'section' | 'op' | 'text'>,
): EditDifference | null {
  const result = applySectionEdit(draft, { section, op, text })
  if (!result || result.text === draft) return null
  const before = bodyOf(draft, section) ?? ''
  const after = op === 'remove' ? '' : (bodyOf(result.text, section) ?? text)
  return { before, after }
}

function bodyOf(text: string, name: string): string | undefined {
  const section = readSections(text).find((one) => one.name === name)
  return section && text.slice(section.bodyFrom, section.bodyTo)
}

const does = { replace: 'rewritten', append: 'added to', remove: 'taken out' } as const

/** What an edit does to its section, in words; one that is not there yet is new. */
export function editWords(draft: string, { section, op }: Pick<PromptEdit, 'section' | 'op'>): string {
  return op !== 'remove' && bodyOf(draft, section) === undefined ? 'new' : does[op]
}
