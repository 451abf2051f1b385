import type { Layout, TextSection } from './types.ts'

/** `own`: the names that the edited section has now; `opening`: those that the opening has, where it is called otherwise than before. */
type ChangeBeside = { own: readonly string[]; opening: readonly string[] }

/**
 * What became of the rest of a text when one section of it was edited: it stays as it is, but that the words of an opening have the
 * composer's names, once one of its headings follows. Null where another section was renamed, changed, parted, made or lost.
 */
export function changeBeside(before: Layout, after: Layout, edited: string): ChangeBeside | null {
  const lead = leadOf(before, after, edited)
  const known = new Set([...before.sections.map(({ name }) => name), ...lead])
  const made = known.has(edited) ? undefined : after.sections.find(({ name }) => !known.has(name))?.name
  const own = made ?? edited
  const stayed = before.sections.filter(({ name }) => name !== edited && !(lead.length > 0 && name === 'opening'))
  const left = after.sections.slice(lead.length).filter(({ name }) => name !== own)
  const isSame = (section: TextSection, index: number) => {
    const other = left[index]
    return other !== undefined && other.name === section.name && whole(before.text, section) === whole(after.text, other)
  }
  if (left.length !== stayed.length || !stayed.every(isSame)) return null
  return edited === 'opening' && lead.length > 0 ? { own: lead, opening: [] } : { own: [own], opening: lead }
}

const whole = (text: string, { from, to }: Pick<TextSection, 'from' | 'to'>) => text.slice(from, to)

/** What an opening is called by the composer's names, where it was not before; nothing where other words stand there. */
function leadOf(before: Layout, after: Layout, edited: string): string[] {
  const [first] = before.sections
  if (first?.name !== 'opening' || after.sections[0]?.name === 'opening') return []
  const loose = after.sections
    .slice(0, 2)
    .filter(({ name, kind }) => kind === 'loose' && (name === 'role' || name === 'objective'))
  const [start, end] = [loose[0], loose.at(-1)]
  if (start === undefined || end === undefined) return []
  const isSame = whole(after.text, { from: start.from, to: end.to }) === whole(before.text, first)
  return isSame || edited === 'opening' ? loose.map(({ name }) => name) : []
}
