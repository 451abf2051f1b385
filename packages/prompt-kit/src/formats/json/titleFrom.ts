const longestTitle = 60

/** A title for a text that has none: its first words. */
export function titleFrom(content: string): string {
  const line =
    content
      .slice(0, 2000)
      .split(/\r\n?|\n/)
      .map((each) => each.replace(/^[#>*\-\s]+/, '').trim())
      .find((each) => each !== '') ?? 'Untitled'
  if (line.length <= longestTitle) return line
  const cut = line.slice(0, longestTitle).replace(/[\uD800-\uDBFF]$/, '')
  return `${cut.replace(/\s+\S*$/, '')}…`
}

export const titleNote = 'The file has no name for it, so its first words are the title.'
