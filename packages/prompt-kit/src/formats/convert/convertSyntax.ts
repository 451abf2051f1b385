import type { Span } from '../../brief/schema.ts'
import { longestTemplate, templateFault } from '../../variables/parseTemplate.ts'
import { mostVariables, type Variable } from '../../variables/schema.ts'
import type { Syntax } from '../types.ts'
import { assemble } from './assemble.ts'
import { foundIn, nameAll } from './nameAll.ts'
import type { Reader } from './pieces.ts'
import { readDollar } from './readDollar.ts'
import { readFString } from './readFString.ts'
import { readHandlebars, readMustache } from './readBraces.ts'
import { readJinja } from './readJinja.ts'
import { readLiquid } from './readLiquid.ts'

/** One place that is written otherwise in the template; `variable` is the first that stands there, by its new name. */
export type Change = { range: Span; from: string; to: string; variable: string | null }

/** What could not be converted and stays as literal text, and why, in a sentence. */
export type Leftover = { range: Span; text: string; reason: string }

/**
 * What becomes of a text. `content` is the source with `changes`, which ascend, carried out, and can be read as a template. `variables` are the
 * declared ones as they were, then those found. Where there are none nobody reads the text as a template: keep what `renderTemplate` makes of it.
 */
export type Conversion = { content: string; variables: Variable[]; changes: Change[]; leftovers: Leftover[] }

const readers: Record<Syntax, Reader> = {
  liquid: readLiquid,
  mustache: readMustache,
  handlebars: readHandlebars,
  jinja: readJinja,
  'f-string': readFString,
  dollar: readDollar,
}

/**
 * A text in the template syntax of another tool → our template with declared variables. Never throws. A text that is too large for a template
 * stays as it is, without variables, as one leftover.
 */
export function convertSyntax(content: string, from: Syntax, declared: readonly Variable[]): Conversion {
  if (content.length > longestTemplate) return untouched(content, `Use at most ${longestTemplate} characters.`)
  const read = readers[from]
  let pieces = read(content, () => true)
  const sources = [...foundIn(pieces).keys()]
  const names = new Set(declared.map(({ name }) => name))
  const fresh = sources.filter((source) => !names.has(source))
  const room = Math.max(0, mostVariables - declared.length)
  if (fresh.length > room) {
    const allowed = new Set([...names, ...fresh.slice(0, room)])
    pieces = read(content, (source) => allowed.has(source))
  }
  const naming = nameAll(pieces, declared)
  let reason = ''
  // Many short raw stretches read well; where they are too many for a template, one goes around them all.
  for (const isOneRaw of [false, true]) {
    const result = assemble(content, pieces, naming, isOneRaw)
    const fault = templateFault(result.content)
    if (fault === null) return { ...result, variables: naming.variables }
    reason = fault.message
  }
  return untouched(content, reason)
}

function untouched(content: string, reason: string): Conversion {
  return { content, variables: [], changes: [], leftovers: [{ range: { start: 0, end: content.length }, text: content, reason }] }
}
