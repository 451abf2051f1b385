/** What looks like a key in what a provider says. */
const keyLike = /\b(?:sk|pk|rk|gsk|xai)-[\w*.-]{6,}|\bAIza[\w-]{10,}|\bBearer\s+\S+/gi
const longest = 200

/** One line of what a provider said, short, and without its key or anything that looks like one. */
export function redact(text: string, key: string | null): string {
  const without = key === null || key === '' ? text : text.replaceAll(key, '…')
  const line = without.replace(keyLike, '…').replace(/\s+/g, ' ').trim()
  return line.length > longest ? `${line.slice(0, longest).toWellFormed()}…` : line
}
