/** What InnoDB indexes by default: words of 3 to 84 characters. */
const shortest = 3
const longest = 80

/** What InnoDB leaves out of every index (information_schema.innodb_ft_default_stopword). */
const stopWords = new Set(
  'a about an are as at be by com de en for from how i in is it la of on or that the this to was what when where who will with und www'.split(
    ' ',
  ),
)

const kept = /[\p{L}\p{N}\p{M}\p{Extended_Pictographic}\p{Regional_Indicator}]/u

/**
 * A folded word as one word to either index: small letters a to z, digits and underscores. The indexes do not agree on what a
 * letter is, so every other character becomes an underscore and four digits; the beginning of a word is the beginning of its
 * code. May be empty.
 */
export function encodeWord(folded: string): string {
  if (/^[a-z0-9]*$/.test(folded)) return folded.slice(0, longest)
  let code = ''
  for (const character of folded) {
    const next = encodeCharacter(character)
    if (code.length + next.length > longest) break
    code += next
  }
  return code
}

function encodeCharacter(character: string): string {
  if (/[a-z0-9]/.test(character)) return character
  if (!kept.test(character)) return ''
  return `_${(character.codePointAt(0) ?? 0).toString(36).padStart(4, '0')}`
}

/** The whole word: one that the index would leave out is made longer. */
export function encodeToken(code: string): string {
  return stopWords.has(code) || code.length < shortest ? `${code}_`.padEnd(shortest, '_') : code
}
