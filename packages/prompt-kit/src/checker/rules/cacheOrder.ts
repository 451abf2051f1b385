import { estimateTokens } from '../../tokens/estimateTokens.ts'
import { lineAt } from '../document/lines.ts'
import type { PromptText } from '../document/readText.ts'
import { sources } from '../sources.ts'
import type { Fix, Rule } from '../types.ts'

/** Providers keep what stands before the first difference, from this many tokens on. */
export const fewestCached = 1024

export const cacheOrder: Rule = {
  name: 'cache-order',
  severity: 'info',
  certainty: 'heuristic',
  why: 'Providers keep a prompt up to the first place that differs; with its variables at the end most of it is not paid again.',
  source: sources.caching,
  templateOnly: true,
  find(text) {
    const [first] = text.uses
    if (first === undefined || first.range.start > text.text.length / 5 || estimateTokens(text.text) < fewestCached) return []
    return [
      {
        range: first.range,
        message: `"${first.name}" stands near the beginning of a long prompt, so that hardly any of it can be kept.`,
        fix: moveToEnd(text, first.range.start),
      },
    ]
  },
}

/** A line that is a label and its variable alone can stand at the end as well. */
function moveToEnd({ text, lines, tags }: PromptText, place: number): Fix | undefined {
  const line = lineAt(lines, place)
  const within = tags.filter(({ start, end }) => line.start <= start && end <= line.end)
  const isLabelled = /^[\p{L}][\p{L}\p{N} ]{0,40}:[ \t]*\{\{[^{}%]*\}\}[ \t]*$/u.test(line.text)
  const isInBlock = tags.some(({ kind, name, start }) => kind === 'tag' && name !== null && start < line.start)
  if (!isLabelled || isInBlock || within.length !== 1 || line.end >= text.trimEnd().length) return undefined
  return {
    title: 'Move the line to the end',
    edits: [
      { index: line.start, remove: Math.min(text.length, line.end + 1) - line.start, insert: '' },
      { index: text.length, remove: 0, insert: `${text.endsWith('\n') ? '' : '\n'}\n${line.text.trimEnd()}\n` },
    ],
  }
}
