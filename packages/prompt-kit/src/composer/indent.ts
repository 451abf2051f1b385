/** Takes from all lines but the first the indentation that they share. */
export function dedented(text: string): string {
  const [first = '', ...others] = text.split('\n')
  const shared = others.reduce(
    (least, line) => (line.trim() === '' ? least : Math.min(least, line.length - line.trimStart().length)),
    Number.POSITIVE_INFINITY,
  )
  if (shared === 0 || shared === Number.POSITIVE_INFINITY) return text
  return [first, ...others.map((line) => line.slice(shared))].join('\n')
}

/** Lets all lines but the first begin under the text after a list mark. */
export function hung(text: string, mark: string): string {
  return text.replaceAll(/\n(?=[^\n])/g, `\n${' '.repeat(mark.length)}`)
}
