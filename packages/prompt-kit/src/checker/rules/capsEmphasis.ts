import type { TextEdit } from '../../diff/applyEdits.ts'
import { sources } from '../sources.ts'
import type { Rule } from '../types.ts'

/** Words that are written in capitals for weight alone. */
const loud: ReadonlySet<string> = new Set(
  'ABSOLUTELY ALL ALWAYS AND ANY ANYTHING AVOID BEFORE CRITICAL CRITICALLY DO DON EVER EVERY EVERYTHING EXACTLY IMMEDIATELY IMPORTANT MANDATORY MUST NEVER NO NOT NOTHING ONLY REQUIRED SHOULD STRICT STRICTLY UNDER VERY WARNING WITHOUT'.split(
    ' ',
  ),
)
/** Too small to shout alone: AND and ANY are also logic, "NO" is also an answer. */
const weak: ReadonlySet<string> = new Set('ALL AND ANY BEFORE DO DON NO SHOULD UNDER VERY'.split(' '))
const atLeast = 3

export const capsEmphasis: Rule = {
  name: 'caps-emphasis',
  severity: 'warning',
  certainty: 'heuristic',
  why: 'Where everything is shouted nothing stands out, and newer models overdo what is shouted.',
  source: sources.claude,
  find({ sentences }) {
    const shouted = sentences.flatMap(({ text, span }) => {
      // A line in capitals throughout is a heading.
      if (!/\p{Ll}/u.test(text) && !/[.!?]$/.test(text)) return []
      const label = /^[^\p{Ll}:]{2,40}:/u.exec(text)?.[0].length ?? 0
      const words = [...text.matchAll(/(?<![\p{L}\p{N}_'’"“-])\p{Lu}{2,}(?:['’]\p{Lu}+)?(?![\p{L}\p{N}_"”-])/gu)].filter(
        ({ index, 0: word }) => index >= label && loud.has(word.replace(/['’].*$/, '')),
      )
      const isLoud = words.some(({ 0: word }) => !weak.has(word)) || words.length > 1
      if (!isLoud) return []
      const edits = words.map(({ index, 0: word }): TextEdit => {
        const opens = !/\p{L}/u.test(text.slice(0, index))
        const insert = opens ? word.charAt(0) + word.slice(1).toLowerCase() : word.toLowerCase()
        return { index: span.start + index, remove: word.length, insert }
      })
      return [{ span, edits, said: words.map(({ 0: word }) => word).join(', ') }]
    })
    if (shouted.length < atLeast) return []
    return shouted.map(({ span, edits, said }) => ({
      range: span,
      message: `${shouted.length} sentences shout; here: ${said}.`,
      fix: { title: 'Write it in small letters', edits },
    }))
  },
}
