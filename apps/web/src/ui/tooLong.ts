/** What is said of a text that is too long to be sent, null where it is not. Both in characters, as `limits` counts them. */
export function tooLong(length: number, limit: number): string | null {
  if (length <= limit) return null
  return `${length.toLocaleString('en')} of ${limit.toLocaleString('en')} characters. Shorten it, or send it in parts.`
}
