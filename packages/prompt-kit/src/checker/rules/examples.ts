import type { Span } from '../../brief/schema.ts'
import { exampleSpans } from '../document/prose.ts'
import type { PromptText } from '../document/readText.ts'

/** One example: what goes in and what comes out, null where it is not told. */
export type Example = { range: Span; input: string | null; output: string | null }

const label =
  /^[ \t>*_-]*(?:(input|user|question|q|text|message|review|customer|ticket)|(output|assistant|answer|a|label|result|response|category|sentiment))[*_]{0,2}[ \t]*\d{0,2}[ \t]*:[*_]{0,2}[ \t]*/gim

/** Examples that are labelled line by line, in order: "Input: … Output: …", as often as they stand there. */
export function examplesIn({ text, headings }: Pick<PromptText, 'text' | 'headings'>): Example[] {
  const examples: Example[] = []
  for (const span of outermost(exampleSpans(text, headings))) {
    const piece = text.slice(span.start, span.end)
    const labels = [...piece.matchAll(label)]
    for (const [index, match] of labels.entries()) {
      const end = labels[index + 1]?.index ?? piece.length
      const value = piece
        .slice(match.index + match[0].length, end)
        .replace(/<\/?[a-z_]+>/gi, ' ')
        .trim()
      const range = { start: span.start + match.index, end: span.start + match.index + match[0].trimEnd().length }
      const last = examples.at(-1)
      if (match[1] !== undefined) examples.push({ range, input: value, output: null })
      else if (last !== undefined && last.output === null && last.range.start >= span.start) last.output = value
      else examples.push({ range, input: null, output: value })
    }
  }
  return examples
}

function outermost(spans: readonly Span[]): Span[] {
  let end = -1
  return spans
    .toSorted((one, other) => one.start - other.start || other.end - one.end)
    .filter((span) => {
      const isInner = span.end <= end
      end = Math.max(end, span.end)
      return !isInner
    })
}
