import { readBlocks } from '../../brief/read/blocks.ts'
import { splitSentences, type Sentence } from '../../brief/read/sentences.ts'
import type { Span } from '../../brief/schema.ts'
import type { TemplateFault } from '../../variables/fault.ts'
import { usesOf, type VariableUse } from '../../variables/listUses.ts'
import { parseTemplate } from '../../variables/parseTemplate.ts'
import { fencesOf, linesOf, type Fence, type Line } from './lines.ts'
import { between, blank, exampleSpans, headingsOf, inlineCode, type Heading } from './prose.ts'
import { tagsOf, type TemplateTag } from './tags.ts'

/** A prompt as the rules look at it; what several need is worked out once. All places are UTF-16 indices into `text`. */
export type PromptText = {
  text: string
  lines: readonly Line[]
  fences: readonly Fence[]
  headings: readonly Heading[]
  /** Why it is no template, null where it is one or is not meant to be. */
  fault: TemplateFault | null
  /** Empty for what is no template, or none that can be read. */
  tags: readonly TemplateTag[]
  uses: readonly VariableUse[]
  /** The text without fences, inline code, addresses, comments and tags: spaces stand for them. */
  structure: string
  /** `structure` without examples: what the author says in words. */
  prose: string
  /** The sentences of the prose, headings and tables left out. */
  sentences: readonly Sentence[]
}

export function readText(text: string, isTemplate: boolean): PromptText {
  const parsed = isTemplate ? parseTemplate(text) : null
  const lines = linesOf(text)
  const fences = fencesOf(lines)
  // Most texts have no tag; the rest of the reading is cheap beside Liquid's.
  const template = parsed?.ok === true && /\{[{%]/.test(text) ? parsed : null
  const tags = template === null ? [] : tagsOf(text)
  const isCode = (place: number) => fences.some(({ start, end }) => start <= place && place <= end)
  const headings = headingsOf(lines, isCode)
  const structure = blank(text, [...fences, ...tags, ...between(text, '<!--', '-->'), ...inlineCode(text)])
  const prose = blank(structure, exampleSpans(structure, headings))
  return {
    text,
    lines,
    fences,
    headings,
    fault: parsed?.ok === false ? parsed.fault : null,
    tags,
    uses: template === null ? [] : usesOf(text, template),
    structure,
    prose,
    sentences: sentencesOf(prose),
  }
}

function sentencesOf(prose: string): Sentence[] {
  return readBlocks(prose)
    .filter(({ kind }) => kind === 'item' || kind === 'line')
    .flatMap(({ span }) => pieces(prose, span))
    .flatMap(({ start, end }) => splitSentences(prose.slice(start, end), start))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
}

const bullet = /\n[ \t]*(?:(?:[-*•–+]|\(?\d{1,3}[.)])[ \t]+)?/g

/** A block's lines, each without its bullet; a line that begins with a small letter goes on from the one before. */
function pieces(prose: string, { start, end }: Span): Span[] {
  const block = prose.slice(start, end)
  const found: Span[] = []
  let from = 0
  for (const match of block.matchAll(bullet)) {
    const next = match.index + match[0].length
    const goesOn = /^\n[ \t]*$/.test(match[0]) && /^\p{Ll}/u.test(block.slice(next, next + 2))
    if (goesOn) continue
    found.push({ start: start + from, end: start + match.index })
    from = next
  }
  return [...found, { start: start + from, end }]
}
