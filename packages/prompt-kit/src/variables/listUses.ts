import type { Span } from '../brief/schema.ts'
import { lineStarts } from './lineStarts.ts'
import { parseTemplate, type ParsedTemplate } from './parseTemplate.ts'

/** One place where a text uses a variable; `range` covers its name. */
export type VariableUse = { name: string; range: Span }

/** Where a template uses variables, in order; names that a loop or a range makes itself are none. Empty for what cannot be read. */
export function listUses(text: string): VariableUse[] {
  const parsed = parseTemplate(text)
  return parsed.ok ? usesOf(text, parsed) : []
}

/** The same of what was parsed already. */
export function usesOf(text: string, parsed: ParsedTemplate & { ok: true }): VariableUse[] {
  return namesIn(text, parsed, 'globals')
}

/** Also where it uses the names that its loops and ranges make, in order. */
export function allNamesIn(text: string, parsed: ParsedTemplate & { ok: true }): VariableUse[] {
  return namesIn(text, parsed, 'variables')
}

function namesIn(
  text: string,
  { liquid, templates }: ParsedTemplate & { ok: true },
  which: 'globals' | 'variables',
): VariableUse[] {
  const found = liquid.analyzeSync(templates, { partials: false })[which]
  const starts = lineStarts(text)
  return Object.values(found)
    .flat()
    .map(({ segments, location }) => {
      const name = String(segments[0])
      const start = (starts[location.row - 1] ?? 0) + location.col - 1
      return { name, range: { start, end: start + name.length } }
    })
    .toSorted((one, other) => one.range.start - other.range.start)
}
