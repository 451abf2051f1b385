import type { Heading } from '../document/prose.ts'
import { sources } from '../sources.ts'
import type { Rule } from '../types.ts'

/** What is given after the prompt: a heading for it may stand empty at the end. */
const forInput = /[:：]$|\b(?:inputs?|questions?|texts?|task|message|request|query|content|documents?|data|code|start|begin)\b/i
/** A line that carries its own content, a ruled line, and one that says where something ends. */
const saysAll = /[:：]\s*\S|^[-=#]|^end\b|[ _]end$/i
/** So many lines with # one below the other are comments, not headings. */
const commented = 3

export const emptySection: Rule = {
  name: 'empty-section',
  severity: 'warning',
  certainty: 'exact',
  why: 'A heading with nothing under it makes the model guess what belongs there.',
  source: sources.house,
  find({ text, headings }) {
    const stopOf = (index: number) => headings[index + 1]?.start ?? text.length
    const comments = commentsAmong(text, headings)
    const isBare = ({ end, text: title }: Heading, index: number) =>
      !comments.has(index) &&
      text.slice(end, stopOf(index)).trim() === '' &&
      !saysAll.test(title) &&
      !(index === headings.length - 1 && forInput.test(title))
    // From the last to the first: what stands under a heading may be an empty section itself.
    const empty = new Set<number>()
    let next: Heading | undefined
    for (const [index, heading] of [...headings.entries()].toReversed()) {
      if (isBare(heading, index) && (next === undefined || next.level <= heading.level)) empty.add(index)
      else next = heading
    }
    // The first is the title of the whole.
    return headings.flatMap(({ start, end, text: title }, index) =>
      index === 0 || !empty.has(index)
        ? []
        : [
            {
              range: { start, end },
              message: `Nothing stands under "${title}".`,
              fix: { title: 'Remove the heading', edits: [{ index: start, remove: stopOf(index) - start, insert: '' }] },
            },
          ],
    )
  },
}

/** Which headings are rather lines of comments. */
function commentsAmong(text: string, headings: readonly Heading[]): ReadonlySet<number> {
  const adjacent = new Set<number>()
  for (const [index, { end, level }] of headings.entries()) {
    const next = headings[index + 1]
    if (next?.level === level && /^\r?\n$/.test(text.slice(end, next.start))) adjacent.add(index).add(index + 1)
  }
  return adjacent.size < commented ? new Set() : adjacent
}
