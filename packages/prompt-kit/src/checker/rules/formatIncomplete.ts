import { lineAt } from '../document/lines.ts'
import type { PromptText } from '../document/readText.ts'
import { sources } from '../sources.ts'
import type { Rule } from '../types.ts'

const asked =
  /\b(?:(?:in|as|into|using|with|return|output|produce|generate|give|provide)\s+(?:an?\s+|the\s+|valid\s+|only\s+|your\s+|strict\s+|well-formed\s+)*(JSON|CSV|tables?)|(JSON|CSV)\s+(?:only|object|array|format|output|file))(?![\w-])/gi
/** Names of what the form holds, a list that tells each of them, or an example. */
const told =
  /^[ \t]*[-*][ \t]+[`"]?[a-z]\w*[`"]?[ \t]*:|\b(?:keys?|fields?|columns?|properties|property|attributes?|headers?|schema|headings?)\b|[{[]\s*"|"[\w -]{1,40}"\s*:|\|[^|\n]+\||\b(?:containing|with the following|following|such as|for example|e\.g\.|like this)\b|\b(?:compare|comparing|comparison)\b|\bwith (?:an? |the |its |their )?[a-z]+(?: [a-z]+)?(?:,| and) /im

export const formatIncomplete: Rule = {
  name: 'format-incomplete',
  severity: 'warning',
  certainty: 'heuristic',
  why: 'What reads the answer expects names that the model can only guess.',
  source: sources.gpt,
  find(text) {
    const all = [...text.prose.matchAll(asked)]
    const [first] = all
    if (first === undefined || isShown(text) || isTold(text, all)) return []
    const form = (first[1] ?? first[2] ?? '').toLowerCase().startsWith('table')
      ? 'table'
      : (first[1] ?? first[2] ?? '').toUpperCase()
    const parts = form === 'JSON' ? 'fields' : 'columns'
    return [
      {
        range: { start: first.index, end: first.index + first[0].length },
        message: `Name the ${parts} of the ${form}, or show one.`,
      },
    ]
  },
}

/** In the line of one of them or the ones after it; a line that has several is read once. */
function isTold({ text, lines }: PromptText, all: readonly RegExpExecArray[]): boolean {
  const own = new Set(all.map(({ index }) => lineAt(lines, index)))
  return [...own].some(({ start, end }) => told.test(text.slice(start, end + 600)))
}

/** "Action items, with owner and due date": what each is to have. */
const listed =
  /, with (?:an? |the |its |their )?[a-z]+(?: [a-z]+)?(?:, | and )|\bwith (?:an? |the )?[a-z]+, [a-z]+(?: [a-z]+)?,? and /i

/** Anywhere: code, an example, a list of what is in it. */
function isShown({ fences, text }: PromptText): boolean {
  return fences.length > 0 || listed.test(text) || /<(?:example|output|schema|format)\b/i.test(text)
}
