import { encodeToken } from './encodeToken.ts'
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
 * there as often as it weighs, however often the texts repeat it: the indexes rank by how often it stands there.
 */
export function documentTokens(parts: readonly Part[]): string {
  const weights = new Map<string, number>()
  let heaviest = 0
  for (const { text, weight } of parts) {
    for (const token of tokensOf(text.slice(0, longestText))) {
      if (weights.size >= mostTokens && !weights.has(token)) break
      if (weight > (weights.get(token) ?? 0)) weights.set(token, weight)
      if (weight > heaviest) heaviest = weight
    }
  }
  const lines: string[] = []
  // Each time on a line of its own: no word stands beside itself, where the space between would belong to one of them only.
  for (let line = 0; line < heaviest; line++) {
    let words = ''
    for (const [token, weight] of weights) if (weight > line) words += ` ${token}`
    lines.push(words)
  }
  return `${lines.join(' \n')} `
}

/**
 * Scripts without spaces are found by two characters that follow each other. The last of a run stands alone as well, so that
 * each character begins some token.
 */
function* tokensOf(text: string): Generator<string> {
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
