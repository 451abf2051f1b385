import { fencesOf, linesOf } from '../checker/document/lines.ts'
import { headingsOf, type Heading } from '../checker/document/prose.ts'
import { sectionBlocks, type Block } from './sectionBlocks.ts'
import { isSectionName, sectionNameOf } from './sectionNameOf.ts'
import { isTagged, partingLevel, styleOf } from './textStyle.ts'
import type { Layout, TextSection } from './types.ts'

/** Text that no heading and no tag names: before all others, and after a block of tags. */
const loose = { lead: 'opening', later: 'text' } as const

/** Where a section begins; of tags alone it is known by itself where they end. */
type Mark = { name: string; from: number; bodyFrom: number; bodyTo?: number; to?: number }

/** The parts of a prompt, in order: every character that is no space stands in exactly one. Linear in the text. */
export function readSections(text: string): readonly TextSection[] {
  return readLayout(text).sections
}

/** The same, with the text and whose layout it has. */
export function readLayout(text: string): Layout {
  const lines = linesOf(text)
  const isCode = within(fencesOf(lines).filter(({ isClosed }) => isClosed))
  const blocks = sectionBlocks(lines, isCode)
  const inBlock = within(blocks.map(({ from, to }) => ({ start: from, end: to })))
  const headings = headingsOf(lines, () => false).filter(({ start, level }) => level <= 2 && !isCode(start) && !inBlock(start))
  const sections = named(cut(text, marksOf(blocks, headings)))
  return { text, sections, style: styleOf(text, blocks, headings) }
}

/** Whether a place lies in one of the stretches, which ascend; asked of ascending places alone or of few. */
function within(spans: readonly { start: number; end: number }[]): (place: number) => boolean {
  return (place) => {
    let low = 0
    let high = spans.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((spans[middle]?.end ?? 0) < place) low = middle + 1
      else high = middle
    }
    const span = spans[low]
    return span !== undefined && span.start <= place
  }
}

function marksOf(blocks: readonly Block[], headings: readonly Heading[]): Mark[] {
  const level = partingLevel(headings)
  const parting = headings.filter((heading) => heading.level <= level)
  const first = parting[0]?.start ?? Infinity
  const tagged = isTagged(blocks, headings)
  return [
    ...blocks.filter(({ from }) => tagged || from < first),
    ...parting.map(({ text, start, end }) => ({
      name: sectionNameOf(text),
      from: start,
      bodyFrom: end,
    })),
  ].toSorted((one, other) => one.from - other.from)
}

/** A stretch without the space around it; the first line keeps its indentation. */
function trimmed(text: string, from: number, to: number): { from: number; to: number } {
  const stretch = text.slice(from, to)
  const end = from + stretch.trimEnd().length
  const lead = /^(?:[^\S\n]*\n)*/.exec(stretch)?.[0].length ?? 0
  return { from: Math.min(from + lead, end), to: end }
}

function looseSection(text: string, name: string, from: number, to: number): TextSection[] {
  const body = trimmed(text, from, to)
  if (body.from >= body.to) return []
  return [{ name, kind: 'loose', from: body.from, to: body.to, bodyFrom: body.from, bodyTo: body.to }]
}

function cut(text: string, marks: readonly Mark[]): TextSection[] {
  const sections = lead(text, marks)
  for (const [index, mark] of marks.entries()) {
    const next = marks[index + 1]?.from ?? text.length
    const { name, from } = mark
    const kind = mark.to === undefined ? 'heading' : 'tag'
    const inner = text.slice(mark.bodyFrom, mark.bodyTo ?? next)
    // What goes on behind a tag or after a heading's line begins where its first word does.
    const start = mark.bodyFrom + (/^[^\S\n]*(?=\S)/.exec(inner)?.[0].length ?? 0)
    const body = trimmed(text, start, mark.bodyTo ?? next)
    const to = mark.to ?? Math.max(body.to, mark.bodyFrom)
    sections.push({ name, kind, from, to, bodyFrom: body.from, bodyTo: body.to })
    if (mark.to !== undefined) sections.push(...looseSection(text, loose.later, mark.to, next))
  }
  return sections
}

const gap = /\n[^\S\n]*\n/

/**
 * What stands before the first heading or tag. Without headings the composer writes who the assistant is, and in the next paragraph its
 * objective.
 */
function lead(text: string, marks: readonly Mark[]): TextSection[] {
  const end = marks[0]?.from ?? text.length
  const composed = marks.some(({ name, to }) => to === undefined && isSectionName(name)) || /^\s*You are /.test(text)
  const isNamed = marks.some(({ name }) => name === 'role' || name === 'objective')
  if (!composed || isNamed) return looseSection(text, loose.lead, 0, end)
  const [role] = looseSection(text, 'role', 0, end)
  if (role === undefined) return []
  const split = gap.exec(text.slice(role.from, role.to))
  if (split === null) return [role]
  const middle = role.from + split.index
  return [...looseSection(text, 'role', role.from, middle), ...looseSection(text, 'objective', middle, role.to)]
}

/** Sections of one name are told apart by a number from the second on. */
function named(sections: TextSection[]): TextSection[] {
  const counts = new Map<string, number>()
  const taken = new Set<string>()
  return sections.map((section) => {
    const own = section.name === '' ? loose.later : section.name
    let count = counts.get(own) ?? 0
    let name: string
    do {
      count++
      name = count === 1 ? own : `${own}#${count}`
    } while (taken.has(name))
    counts.set(own, count)
    taken.add(name)
    return { ...section, name }
  })
}
