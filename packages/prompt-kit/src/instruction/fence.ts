/** A fence of backticks that none of the texts can close. */
export function fenceFor(texts: readonly string[]): string {
  let longest = 2
  for (const text of texts) for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length)
  return '`'.repeat(longest + 1)
}

export const fenced = (fence: string, text: string): string => `${fence}\n${text}\n${fence}`
