const own: Readonly<Record<string, string>> = { opening: 'The beginning', text: 'Other text' }

/** A section of a prompt by the name it is known by, as people read it: “Output format”, “Details (2)”. */
export function sectionWords(name: string): string {
  const [, base = name, count] = /^(.*?)(?:#(\d+))?$/u.exec(name) ?? []
  const words = own[base] ?? base.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1) + (count ? ` (${count})` : '')
}
