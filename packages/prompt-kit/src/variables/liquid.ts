import { Liquid, Token } from 'liquidjs'
import { countBelow, lineStarts } from './lineStarts.ts'
import { traceRenderer } from './pieceOutput.ts'

/** The tags a template may use; what stands within them (else, when, end…) is theirs. */
export const allowedTags = ['if', 'unless', 'case', 'for', 'render', 'raw', 'comment'] as const

/** Filters that give the same answer everywhere: none that reads the clock, the machine's language or chance. */
export const allowedFilters =
  'abs append at_least at_most capitalize ceil compact default divided_by downcase first floor join json last lstrip minus modulo number_of_words plus prepend remove remove_first replace replace_first reverse round rstrip size slice sort split squish strip strip_newlines times truncate truncatewords uniq upcase'.split(
    ' ',
  )

/** What filters and ranges may build on the way, in characters and items. */
const mostMemory = 5_000_000
/** Milliseconds. */
const longestRender = 1000

/** Text of partials by the name that a render tag gives. */
export type Partials = Readonly<Record<string, string>>

/** Without partials one serves all: it keeps nothing of what it reads. */
let plain: Liquid | undefined

/** Liquid as templates know it here: no files, no clock, own properties alone, and nothing that is unknown passes in silence. */
export function liquidFor(partials: Partials | undefined): Liquid {
  return partials === undefined ? (plain ??= makeLiquid({})) : makeLiquid(partials)
}

function makeLiquid(partials: Partials): Liquid {
  const liquid = new Liquid({
    templates: { ...partials },
    relativeReference: false,
    strictFilters: true,
    strictVariables: true,
    ownPropertyOnly: true,
    outputEscape: asText,
    memoryLimit: mostMemory,
    renderLimit: longestRender,
  })
  const tags: ReadonlySet<string> = new Set(allowedTags)
  const filters = new Set(allowedFilters)
  for (const tag of Object.keys(liquid.tags)) if (!tags.has(tag)) delete liquid.tags[tag]
  for (const filter of Object.keys(liquid.filters)) if (!filters.has(filter)) liquid.unregisterFilter(filter)
  traceRenderer(liquid)
  countLinesOnce()
  return liquid
}

/** Liquid counts the lines before each name from the beginning of the text: of a long one, with many names, that takes seconds. */
function countLinesOnce(): void {
  let last: { text: string; starts: readonly number[] } = { text: '', starts: [0] }
  Token.prototype.getPosition = function (this: Token): [number, number] {
    const { input, begin } = this
    if (last.text !== input) last = { text: input, starts: lineStarts(input) }
    const row = countBelow(last.starts, begin + 1)
    return [row, begin - (last.starts[row - 1] ?? 0) + 1]
  }
}

/** A value as it stands in the prompt: a list with commas, nothing for what is missing, all else as it is. */
function asText(value: unknown): string {
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return ''
  return Array.isArray(value) ? value.map(asText).join(', ') : JSON.stringify(value)
}
