import type { Span } from '../../brief/schema.ts'
import { lineAt } from '../document/lines.ts'
import type { PromptText } from '../document/readText.ts'
import { blocksOf } from '../document/tags.ts'
import { sources } from '../sources.ts'
import type { Fix, Rule } from '../types.ts'

const fewestWords = 5
/** A record's field, a question of a list and quoted speech may well come again. */
const mayRecur = /^[^:]{1,40}:(?!.{60})|^["“‘]|[?？][*_"”]*$/s

export const duplicate: Rule = {
  name: 'duplicate',
  severity: 'warning',
  certainty: 'exact',
  why: 'Said twice, a rule costs twice, and only one of the two is changed later.',
  source: sources.house,
  find(text) {
    const blocks = blocksOf(text.tags)
    const seen = new Set<string>()
    return text.sentences.flatMap(({ span }) => {
      const words = text.text.slice(span.start, span.end)
      const key = words.toLowerCase().match(/[\p{L}\p{N}{}]+/gu) ?? []
      // Branches of a condition may well say the same.
      const isBranch = words.includes('{%') || blocks.some(({ start, end }) => start <= span.start && span.end <= end)
      if (key.length < fewestWords || isBranch || mayRecur.test(words)) return []
      const said = key.join(' ')
      if (!seen.has(said)) {
        seen.add(said)
        return []
      }
      return [{ range: span, message: 'This stands above already.', fix: fixFor(text, span) }]
    })
  },
}

/** Takes out the whole line where nothing but a bullet stands beside the sentence, else the sentence and the space before it. */
function fixFor({ text, lines }: PromptText, { start, end }: Span): Fix | undefined {
  const line = lineAt(lines, start)
  const before = text.slice(line.start, start)
  const rest = text.indexOf('\n', end)
  const after = text.slice(end, rest === -1 ? text.length : rest)
  const isFirst = /^\s*(?:(?:[-*•–+]|\(?\d{1,3}[.)])\s+)?$/.test(before)
  const isWhole = isFirst && after.trim() === ''
  // What would come to stand at the start of the line might open a fence there.
  if (isFirst && /^\s*(?:`{3}|~{3})/.test(after)) return undefined
  if (!isWhole) return remove(start - (before.length - before.trimEnd().length), end)
  return rest === -1 ? remove(Math.max(0, line.start - 1), text.length) : remove(line.start, rest + 1)
}

function remove(from: number, to: number): Fix {
  return { title: 'Remove it here', edits: [{ index: from, remove: to - from, insert: '' }] }
}
