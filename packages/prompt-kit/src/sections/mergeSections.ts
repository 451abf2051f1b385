import type { Family } from '../brief/schema.ts'
import { placeFor } from './applySectionEdit.ts'
import { readLayout } from './readSections.ts'
import { baseName, isSectionName } from './sectionNameOf.ts'
import type { TextSection } from './types.ts'
import { wrapSection, wrapWithHeading } from './wrapSection.ts'

/** `locked`: the sections that keep what they have; `despite`: those of them that are to be written all the same. */
export type Holding = { locked: ReadonlySet<string>; despite: readonly string[] }

type Piece = { name: string; text: string; from?: TextSection }

/**
 * A draft with what was composed anew. Sections that are open take the composed text and go where nothing was composed for them; locked
 * ones, and those that the composer has no name for, keep theirs. Those that would read otherwise are answered in `held`.
 * Where the composed text is laid out for another family, what stays gets its headings or tags; its words stay as they are.
 */
export function mergeSections(current: string, composed: string, { locked, despite }: Holding): { text: string; held: string[] } {
  const now = readLayout(current)
  const next = readLayout(composed)
  const style = next.style ?? 'plain'
  const isSameStyle = now.style === null || now.style === style
  const holds = (name: string) => locked.has(name) && !despite.includes(name)
  const held: string[] = []
  const bodyNow = new Map(now.sections.map((section) => [section.name, section]))
  const bodyNext = new Map(next.sections.map((section) => [section.name, section]))

  const kept = ({ name, kind, ...at }: TextSection): Piece => {
    const whole = current.slice(at.from, at.to)
    const fits =
      kind === 'loose'
        ? standsAlone(name, style)
        : isSameStyle && (kind === 'tag' ? style === 'claude' : parts(whole, name, style))
    const text = fits ? whole : wrapSection(style, name, current.slice(at.bodyFrom, at.bodyTo))
    return { name, text, from: { name, kind, ...at } }
  }
  const pieceOf = (section: TextSection): Piece | null => {
    const { name } = section
    const there = bodyNow.get(name)
    if (holds(name)) {
      if (there === undefined || current.slice(there.bodyFrom, there.bodyTo) !== composed.slice(section.bodyFrom, section.bodyTo))
        held.push(name)
      return there === undefined ? null : kept(there)
    }
    const text = composed.slice(section.from, section.to)
    return there === undefined ? { name, text } : { name, text, from: there }
  }
  const staysWithout = (name: string) => holds(name) || !isSectionName(baseName(name))

  let pieces: Piece[]
  if (isSameStyle) {
    pieces = now.sections.flatMap((section) => {
      const fresh = bodyNext.get(section.name)
      if (fresh !== undefined) return pieceOf(fresh) ?? []
      return staysWithout(section.name) ? [kept(section)] : []
    })
    for (const section of next.sections) {
      if (bodyNow.has(section.name)) continue
      const piece = pieceOf(section)
      if (piece !== null) pieces.splice(placeFor(section.name, pieces, style), 0, piece)
    }
  } else {
    pieces = next.sections.flatMap((section) => pieceOf(section) ?? [])
    for (const [index, section] of now.sections.entries()) {
      if (bodyNext.has(section.name) || !staysWithout(section.name)) continue
      const before = pieces.findIndex(({ name }) => name === now.sections[index - 1]?.name)
      pieces.splice(
        isSectionName(baseName(section.name)) && before === -1 ? placeFor(section.name, pieces, style) : before + 1,
        0,
        kept(section),
      )
    }
  }
  return { text: joined(current, now.sections, style === 'plain' ? headed(pieces) : pieces), held }
}

/**
 * Who the assistant is, and what for, go without headings only where they begin the prompt, a paragraph the one and the rest the other:
 * else they would be read as more of what is beside them.
 */
function headed(pieces: readonly Piece[]): readonly Piece[] {
  const leads = pieces.filter(({ name }) => /^(?:role|objective)$/.test(baseName(name)))
  const isHeaded = ({ text }: Piece) => text.startsWith('#')
  const areFirst = leads.every((lead, index) => lead === pieces[index] && !isHeaded(lead))
  const isParagraph = !/\n\s*\n/.test(leads[0]?.text ?? '')
  if (areFirst && isParagraph && /^(?:role(?:,objective)?)?$/.test(leads.map(({ name }) => name).join())) return pieces
  return pieces.map((piece) =>
    leads.includes(piece) && !isHeaded(piece) ? { ...piece, text: wrapWithHeading('plain', piece.name, piece.text) } : piece,
  )
}

/** Whether a heading still parts the prompt among those of a style, and leaves the others to part it. */
function parts(section: string, name: string, style: Family): boolean {
  const isDeep = /^ *##/.test(section)
  if (style === 'gpt') return !isDeep
  return style === 'claude' || isDeep || !isSectionName(baseName(name))
}

/** Whether a style has room for words without heading and tags: in front of all else, as who the assistant is, or between tags. */
function standsAlone(name: string, style: Family): boolean {
  if (name === 'opening') return true
  return isSectionName(baseName(name)) ? style === 'plain' : style === 'claude'
}

/** Pieces that stood beside each other keep the gap that was between them. */
function joined(current: string, sections: readonly TextSection[], pieces: readonly Piece[]): string {
  const places = new Map(sections.map(({ name }, index) => [name, index]))
  let text = ''
  let before: Piece | undefined
  for (const piece of pieces) {
    if (before !== undefined) {
      const [one, other] = [before.from, piece.from]
      const areNeighbours = one && other && places.get(other.name) === (places.get(one.name) ?? -2) + 1
      text += areNeighbours ? current.slice(one.to, other.from) : '\n\n'
    }
    text += piece.text
    before = piece
  }
  const last = sections.at(-1)
  return text + (last === undefined ? '' : current.slice(last.to))
}
