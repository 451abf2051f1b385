import { estimateTokens } from '@prologue/prompt-kit'

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’_-]*/gu)?.length ?? 0
}

/** "128 words, about 170 tokens"; nothing for an empty text. */
export function textSize(text: string): string {
  const words = countWords(text)
  if (words === 0) return ''
  const tokens = rounded(estimateTokens(text))
  return `${words.toLocaleString('en')} ${words === 1 ? 'word' : 'words'}, about ${tokens.toLocaleString('en')} tokens`
}

/** Two digits at most, so that the number claims no more than it knows. */
function rounded(value: number): number {
  return Math.max(1, Math.round(Number(value.toPrecision(2))))
}
