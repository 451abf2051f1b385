import type { Span } from '../../brief/schema.ts'
import { blocksOf } from '../document/tags.ts'
import { sources } from '../sources.ts'
import type { Rule } from '../types.ts'

const fewestWords = 6
/** Share of the words of both that are words of each. */
const alike = 0.8

type Said = { span: Span; text: string; words: string[] }

export const nearDuplicate: Rule = {
  name: 'near-duplicate',
  severity: 'info',
  certainty: 'heuristic',
  why: 'Two rules that nearly say the same leave open which of them holds where they differ.',
  source: sources.house,
  find(text) {
    const blocks = blocksOf(text.tags)
    const said: Said[] = text.sentences.flatMap(({ span }) => {
      const sentence = text.text.slice(span.start, span.end)
      const all = sentence.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
      // Branches of a condition may well nearly say the same; fields of a record, code and quoted names, too.
      const isBranch = sentence.includes('{%') || blocks.some(({ start, end }) => start <= span.start && span.end <= end)
      const words = [...new Set(all)]
      return words.length < fewestWords || isBranch || /^[^:]{1,40}:(?!.{60})|[{}<>=;`|"“”]/s.test(sentence)
        ? []
        : [{ span, text: all.join(' '), words }]
    })
    return pairsOf(said).map(({ span }) => ({ range: span, message: 'This nearly says what stands above already.' }))
  },
}

/**
 * Those like one before them, and not the very same. Two that are alike share one of their rarest words, so only those that do are
 * compared: with words in the order of how rare they are, one of the first fifth of either.
 */
function pairsOf(said: readonly Said[]): Said[] {
  const counts = new Map<string, number>()
  for (const { words } of said) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const withRare = new Map<string, Said[]>()
  const seen = new Set<string>()
  return said.filter((one) => {
    const { words, text } = one
    if (seen.has(text)) return false
    seen.add(text)
    const sorted = words.toSorted((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || (a < b ? -1 : 1))
    const rare = sorted.slice(0, words.length - Math.ceil(alike * words.length) + 1)
    const others = new Set(rare.flatMap((word) => withRare.get(word) ?? []))
    for (const word of rare) withRare.set(word, [...(withRare.get(word) ?? []).slice(1 - mostCompared), one])
    return [...others].some((other) => isAlike(other.words, words))
  })
}

/** Of sentences that share a word, the last ones: a text of thousands alike ends in time, too. */
const mostCompared = 20

function isAlike(one: readonly string[], other: readonly string[]): boolean {
  const [first, second] = [new Set(one), new Set(other)]
  const differing = [...first.symmetricDifference(second)]
  // What differs in a number, or in saying no, differs in what matters.
  if (differing.some((word) => /^(?:\d+|not?|never|without|unless|only|don|first|second|third|fourth|fifth)$/.test(word)))
    return false
  const all = first.union(second).size
  return all - differing.length > alike * all
}
