import type { Prepared, Syntax } from '@prologue/prompt-kit/formats'

/** What is shown of an item: not its text, so that a hundred thousand of them find room. */
export type Preview = {
  line: number
  title: string | null
  /** Why it cannot be imported; null where it can. */
  reason: string | null
  syntax: Syntax | null
  /** With the types that were guessed, where its variables are converted. */
  variables: { name: string; type: string }[]
  /** The first places that are written otherwise. */
  changes: { from: string; to: string }[]
  notes: string[]
}

const mostChanges = 5
const longest = 120

export function previewItem(item: Prepared): Preview {
  const { line, name } = item.place
  const shown = { line, title: name === null ? null : copied(name), syntax: null, variables: [], changes: [], notes: [] }
  if (!item.ok) return { ...shown, reason: item.reason }
  const { template, syntax, conversion, notes } = item
  return {
    ...shown,
    title: copied(template.title),
    reason: null,
    syntax,
    variables: (conversion?.variables ?? []).map(({ name, type }) => ({ name: copied(name), type })),
    changes: (conversion?.changes ?? []).slice(0, mostChanges).map(({ from, to }) => ({ from: copied(from), to: copied(to) })),
    notes,
  }
}

/** A text of its own: a part that was cut out would hold the whole file in memory. */
function copied(text: string): string {
  return Array.from(text.slice(0, longest)).join('')
}
