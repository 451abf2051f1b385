import { encodeToken, encodeWord } from './encodeToken.ts'
import { filterTerms, pairTerms, type Filter } from './filterTerms.ts'
import { splitWords, type Word } from './splitWords.ts'

/** A text by which a row is found. Words of a heavier one count as if they stood there that often. */
export type Part = { text: string; weight: number }

/** Texts, each with the weight of its name. */
export function weigh<Name extends string>(texts: Record<Name, string>, weights: Record<Name, number>): Part[] {
  const names = Object.keys(texts) as Name[]
  return names.map((name) => ({ text: texts[name], weight: weights[name] }))
}

/** Words beyond these are not found: the index grows with every one. */
const mostTokens = 3_000

/** Characters read of one text; the rest is not found. */
const longestText = 20_000

/**
 * The words a row is found by, as either index reads them, and parted so that ` word ` is in it for every word. A word stands
 * there as often as it weighs, however often the texts repeat it: the indexes rank by how often it stands there. Then comes what
 * the row is asked for beside words.
 */
export function documentTokens(parts: readonly Part[], filters: readonly Filter[] = []): string {
  const weights = new Map<string, number>()
  let heaviest = 0
  for (const { text, weight } of parts) {
    for (const token of tokensOf(text.slice(0, longestText))) {
      const known = weights.get(token) ?? 0
      if (known >= weight) continue
      if (known === 0 && weights.size >= mostTokens) break
      weights.set(token, weight)
      heaviest = Math.max(heaviest, weight)
    }
  }
  const lines: string[] = []
  // Each time on a line of its own: no word stands beside itself, where the space between would belong to one of them only.
  for (let line = 0; line < heaviest; line++) {
    let words = ''
    for (const [token, weight] of weights) if (weight > line) words += ` ${token}`
    lines.push(words)
  }
  const asked = [...filterTerms(filters), ...pairTerms(filters)].map(({ text }) => `${text} `).join('')
  return `${lines.join(' \n')} ${asked}`
}

/** Of ASCII alone, without the signs that belong to a word. */
const isPlain = /^[\0-"$-*,-\x7f]*$/

/**
 * Scripts without spaces are found by two characters that follow each other. The last of a run stands alone as well, so that
 * each character begins some token.
 */
function* tokensOf(text: string): Generator<string> {
  if (isPlain.test(text)) {
    // As most text is, and a tenth of the work.
    for (const word of new Set(text.toLowerCase().match(/[a-z0-9]+/g))) yield encodeToken(encodeWord(word))
    return
  }
  let before: Word | null = null
  for (const word of splitWords(text)) {
    if (before && before.run !== word.run) yield encodeToken(before.code)
    if (before && before.run === word.run) yield encodeToken(before.code + word.code)
    before = word.run === null ? null : word
    if (before) continue
    yield encodeToken(word.code)
    // Who looks for the letter finds the language that is called by it.
    if (word.isSign) yield encodeToken(word.code.slice(0, 1))
  }
  if (before) yield encodeToken(before.code)
}
