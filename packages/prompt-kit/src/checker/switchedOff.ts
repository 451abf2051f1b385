import type { Span } from '../brief/schema.ts'
import { fencesOf, lineAt, type Line } from './document/lines.ts'

const comment = /(?:<!--|\{%-? *comment *-?%\}) *check-off(-next)?: *([a-z, -]{1,400}?) *(?:-->|\{%-? *endcomment *-?%\})/g

/**
 * What comments in the text switch off: `check-off: rule, rule` for the whole of it, `check-off-next: rule` for the next line that is not blank.
 * They are HTML comments, or comments of the template, which are not rendered; what stands in a fence is shown and says nothing here.
 */
export function switchedOff(text: string, lines: readonly Line[]): (rule: string, range: Span) => boolean {
  const everywhere = new Set<string>()
  /** By where the line begins. */
  const inLine = new Map<number, Set<string>>()
  let place = 0
  const fences = fencesOf(lines)
  let fence = 0
  for (const { index, 0: whole, 1: next, 2: names = '' } of text.matchAll(comment)) {
    // All go on from where they were: many comments before many blank lines end in time, too.
    while ((fences[fence]?.end ?? index) < index) fence++
    if ((fences[fence]?.start ?? text.length) <= index) continue
    while (place < lines.length && isBefore(lines[place], index + whole.length)) place++
    const start = lines[place]?.start
    for (const name of names.split(/[ ,]+/)) {
      if (next === undefined) everywhere.add(name)
      else if (start !== undefined) inLine.set(start, (inLine.get(start) ?? new Set()).add(name))
    }
  }
  return (rule, { start }) => everywhere.has(rule) || (inLine.get(lineAt(lines, start).start)?.has(rule) ?? false)
}

/** Whether a line is not the next one after a place that says something. */
function isBefore(line: Line | undefined, place: number): boolean {
  return line === undefined || line.start < place || line.text.trim() === ''
}
