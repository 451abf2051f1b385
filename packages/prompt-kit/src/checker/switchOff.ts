import type { TextEdit } from '../diff/applyEdits.ts'
import { fencesOf, lineAt, linesOf } from './document/lines.ts'
import type { Finding } from './types.ts'

/**
 * The edit that leaves a finding as it is: a comment above its line, or at the end of the text where it is about the whole or within code. In a
 * template it is one of the template, which no model gets to see. Null for what is about a declaration alone.
 */
export function switchOffEdit(text: string, { rule, range }: Finding, { template }: { template: boolean }): TextEdit | null {
  if (range.start === range.end) return null
  const lines = linesOf(text)
  const line = lineAt(lines, range.start)
  // What is missing has no place of its own: its finding stands wherever the text begins.
  const isWhole = (range.start === 0 && range.end === text.length && lines.length > 1) || rule.startsWith('no-')
  const isCode = fencesOf(lines).some(({ start, end }) => start < range.start && range.start <= end)
  // A text that cannot be read as a template has no comments of templates either.
  const write = (words: string) =>
    template && rule !== 'tpl-syntax' ? `{% comment %}${words}{% endcomment %}` : `<!-- ${words} -->`
  if (isWhole || isCode || line.text.trim() === '') {
    const gap = text.endsWith('\n') ? '\n' : '\n\n'
    return { index: text.length, remove: 0, insert: `${gap}${write(`check-off: ${rule}`)}\n` }
  }
  return { index: line.start, remove: 0, insert: `${write(`check-off-next: ${rule}`)}\n` }
}
