import type { Span } from '../brief/schema.ts'
import { variableSchema, type Variable } from '../variables/schema.ts'
import { blank } from './document/prose.ts'
import type { PromptText } from './document/readText.ts'
import { lineAt } from './document/lines.ts'

/** A variable as other tools write it. `form` shows how; `standard` is the default that came with it. */
export type ForeignVariable = { form: string; range: Span; name: string; standard: string | null }

const word = String.raw`[A-Za-z]\w*(?:[ -]\w+)*`

const forms: readonly (readonly [string, RegExp])[] = [
  ['${name:default}', new RegExp(String.raw`(?<!\{)\$\{(${word})(?::([^{}]{0,2000}))?\}`, 'g')],
  ['{$NAME}', /(?<![{\\])\{\$([A-Za-z]\w*)\}/g],
  // A brace after a letter, a slash or another brace is mathematics or code.
  ['{name}', new RegExp(String.raw`(?<![\w{}$%\\/^_])\{((?=[^{}]{2,40}\})${word})\}(?![}\w{])`, 'g')],
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
      found.push({ form, range, name: variableName(inner), standard: standard ?? null })
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

/** What a declaration may call it: "Company Name" and "companyName" → "company_name". */
function variableName(words: string): string {
  const name = words
    .replace(/([a-z\d])(?=[A-Z])/g, '$1_')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[\d_]+|_+$/g, '')
    .slice(0, 64)
  if (name === '') return 'value'
  return variableSchema.safeParse({ name, type: 'text' }).success ? name : `${name.slice(0, 58)}_value`
}

/** A declaration for a variable that had none; a default that fits no type is left out. */
export function declarationOf(name: string, standard: string | null = null): Variable | null {
  const isLong = standard !== null && (standard.includes('\n') || standard.length > 200)
  const bare = { name, type: isLong ? 'longtext' : 'text' } as const
  const full = standard === null || standard === '' ? bare : { ...bare, default: standard }
  return variableSchema.safeParse(full).data ?? variableSchema.safeParse(bare).data ?? null
}
