/** Characters a token, on average, in English prose: good enough to see the order of size. */
const charactersPerToken = 4

/** "128 words, about 170 tokens"; nothing for an empty text. */
export function textSize(text: string): string {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’_-]*/gu)?.length ?? 0
  if (words === 0) return ''
  const tokens = rounded(text.length / charactersPerToken)
  return `${words.toLocaleString('en')} ${words === 1 ? 'word' : 'words'}, about ${tokens.toLocaleString('en')} tokens`
}

/** Two digits at most, so that the number claims no more than it knows. */
function rounded(value: number): number {
  return Math.max(1, Math.round(Number(value.toPrecision(2))))
}
