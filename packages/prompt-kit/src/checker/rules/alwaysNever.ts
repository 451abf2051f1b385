import type { Span } from '../../brief/schema.ts'
import { sources } from '../sources.ts'
import type { Rule } from '../types.ts'

const orders = /(?<![\p{L}\p{N}])(always|never|do not ever|don['’]t ever)\s+((?:[\p{L}\p{N}'’-]+\s+){0,7}[\p{L}\p{N}'’-]+)/giu
/** Words that tell nothing of what is done, and where another clause begins. */
const small = /^(?:a|an|the|your|their|its|any|all|in|of|to|with|and|or|at|on|for|be|this|that|these|those)$/
const clause = /\s+(?:if|when|unless|before|after|while|because|until|except|but|so|then)\b.*$/is

export const alwaysNever: Rule = {
  name: 'always-never',
  severity: 'warning',
  certainty: 'heuristic',
  why: 'One rule demands what another forbids; which of them is kept is left to chance.',
  source: sources.house,
  find({ prose }) {
    const demanded = new Map<string, string>()
    const forbidden: { deed: string; range: Span }[] = []
    for (const { index, 0: whole, 1: word = '', 2: rest = '' } of prose.matchAll(orders)) {
      const isConditional =
        clause.test(rest) || /\b(?:unless|except|without)\b/i.test(prose.slice(index, index + whole.length + 30))
      const deed = deedIn(rest)
      if (deed === null || isConditional) continue
      if (word.toLowerCase() === 'always') demanded.set(deed, rest)
      else forbidden.push({ deed, range: { start: index, end: index + whole.length } })
    }
    return forbidden
      .filter(({ deed }) => demanded.has(deed))
      .map(({ range }) => ({ range, message: 'Elsewhere this is demanded always.' }))
  },
}

/** A verb and the first words of what it is done to: enough of them to say what. */
function deedIn(rest: string): string | null {
  const words = (rest.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu) ?? []).filter((word) => !small.test(word))
  return words.length < 2 ? null : words.slice(0, 3).join(' ')
}
