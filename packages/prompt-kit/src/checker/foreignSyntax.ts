import type { Span } from '../brief/schema.ts'
import { fitName, wordsPattern } from '../variables/fitName.ts'
import { blank } from './document/prose.ts'
import type { PromptText } from './document/readText.ts'
import { lineAt } from './document/lines.ts'

/** A variable as other tools write it. `form` shows how; `standard` is the default that came with it. */
export type ForeignVariable = { form: string; range: Span; name: string; standard: string | null }

/** `${name}` and `${name:default}`, to be put into larger patterns with `u`: the name and the default are its groups. */
export const dollarPattern = String.raw`\$\{[ \t]*(${wordsPattern})[ \t]*(?::([^{}]{0,2000}))?\}`

const forms: readonly (readonly [string, RegExp])[] = [
  ['${name:default}', new RegExp(String.raw`(?<!\{)${dollarPattern}`, 'gu')],
  ['{$NAME}', /(?<![{\\])\{\$([A-Za-z]\w*)\}/g],
  // A brace after a letter, a slash or another brace is mathematics or code.
  ['{name}', new RegExp(String.raw`(?<![\w{}$%\\/^_])\{((?=[^{}]{2,40}\})${wordsPattern})\}(?![}\w{])`, 'gu')],
  ['[NAME]', /(?<![\w\]!\\[])\[([A-Z][A-Z0-9]+(?:[ _-][A-Z0-9]+){0,5})\](?![([\w:\]])/g],
]

/** Capitals in brackets that mark something else. */
const marks =
  /^(?:TODO|TBD|FIXME|INSERT\b.*|YOUR\b.*|INST|SYS|SYSTEM|USER|ASSISTANT|AI|START|END|BEGIN|STOP|DONE|INFO|WARN|WARNING|ERROR|DEBUG|NOTE|IMPORTANT|CRITICAL|OPTIONAL|REQUIRED|YES|NO|OK|NEW|END OF.*|[YMDHS0-9_-]+)$/

/** Variables in the ways of other tools, in order; code and what stands within tags is passed over. */
export function foreignVariables({ text, lines, structure }: PromptText): ForeignVariable[] {
  const found: ForeignVariable[] = []
  let rest = structure
  for (const [form, pattern] of forms) {
    for (const match of rest.matchAll(pattern)) {
      const [whole, inner = '', standard] = match
      const range = { start: match.index, end: match.index + whole.length }
      // With a brace before it, what is written in its place might open a tag.
      if (text.charAt(range.start - 1) === '{') continue
      if (form === '{name}' && /^like\b/i.test(inner)) continue
      if (form === '[NAME]' && (marks.test(inner) || isLabel(text, lineAt(lines, range.start), range.start))) continue
      found.push({ form, range, name: fitName(inner), standard: standard?.trim() ?? null })
    }
    rest = blank(
      rest,
      found.map(({ range }) => range),
    )
  }
  return found.toSorted((one, other) => one.range.start - other.range.start)
}

/** Whether it begins its line, as what heads a section does. */
function isLabel(text: string, line: Span, start: number): boolean {
  return /^[\s#*>_-]*$/.test(text.slice(line.start, start))
}
