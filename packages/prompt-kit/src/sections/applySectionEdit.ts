import type { Family } from '../brief/schema.ts'
import { styles } from '../composer/styles.ts'
import { readLayout, readSections } from './readSections.ts'
import { baseName, sectionNameOf } from './sectionNameOf.ts'
import type { Layout, TextSection } from './types.ts'
import { wrapSection, wrapWithHeading } from './wrapSection.ts'

/** `replace` a section's body, `append` to it, or `remove` it with its heading or tags. */
export type SectionEdit = { section: string; op: 'replace' | 'append' | 'remove'; text: string }

/**
 * The text after one edit; no byte outside the section changes, the space around it apart. A section that is not there is made, where
 * the composer would put it and as the text's own style, or else `family`, lays it out. Null where there is nothing to do: to remove
 * what is not there, to append nothing.
 */
export function applySectionEdit(text: string, edit: SectionEdit, family: Family = 'plain'): { text: string } | null {
  const before = readLayout(text)
  const after = editLayout(before, edit, family)
  return after === before ? null : after
}

/** The same of a text that was read before, read again as far as the edit may have parted it anew; itself where there is nothing to do. */
export function editLayout(before: Layout, edit: SectionEdit, family: Family): Layout {
  const { text, sections, style } = before
  const body = bodyOf(edit)
  const index = sections.findIndex(({ name }) => name === edit.section)
  const section = sections[index]
  const op = body === '' && edit.op === 'replace' ? 'remove' : edit.op
  if (op === 'remove') return section === undefined ? before : readLayout(without(text, sections, index))
  if (body === '') return before
  if (section === undefined) return readLayout(withNew(text, sections, style ?? family, edit.section, body))
  const was = text.slice(section.bodyFrom, section.bodyTo)
  const after = op === 'replace' ? body : appended(was, body)
  if (section.kind !== 'loose' && isPlain(was) && isPlain(after)) return withWords(before, section, after)
  // A gap would make an objective of what comes behind it.
  const leads = section.kind === 'loose' && section.name === 'role'
  return readLayout(withBody(text, section, leads ? after.replace(/\n\s*\n/g, '\n') : after))
}

/** Words that part no text: no line of them begins a heading, a fence or a tag, nor ends one. */
const isPlain = (body: string) => /^\S/.test(body) && !/^[^\S\n]*(?:`{3}|~{3}|#|<)|<\//m.test(body)

/** A text with other words in a section, both plain: all sections are those that they were, further on. */
function withWords({ text, sections, style }: Layout, { bodyFrom, bodyTo }: TextSection, body: string): Layout {
  const further = body.length - (bodyTo - bodyFrom)
  const moved = (place: number) => (place < bodyTo ? place : place + further)
  return {
    text: text.slice(0, bodyFrom) + body + text.slice(bodyTo),
    sections: sections.map((section) =>
      section.to < bodyTo
        ? section
        : {
            ...section,
            from: moved(section.from),
            to: moved(section.to),
            bodyFrom: moved(section.bodyFrom),
            bodyTo: moved(section.bodyTo),
          },
    ),
    style,
  }
}

/** The words of an edit; one that brings its own heading or tags is taken out of them. */
function bodyOf({ section, text }: SectionEdit): string {
  const words = text.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd()
  const [only, ...others] = readSections(words)
  const isOwn = only !== undefined && only.kind !== 'loose' && only.name === sectionNameOf(baseName(section))
  return isOwn && others.length === 0 ? words.slice(only.bodyFrom, only.bodyTo) : words
}

function withBody(text: string, { kind, from, to, bodyFrom, bodyTo }: TextSection, body: string): string {
  const isEmpty = bodyFrom === bodyTo
  // A heading, or tags, that had nothing under them.
  if (isEmpty && kind === 'heading') return `${text.slice(0, to)}\n\n${body}${text.slice(to)}`
  if (isEmpty && kind === 'tag') {
    const [opening = '', closing = ''] = text.slice(from, to).split(/(?<=>)\s*(?=<\/)/)
    return `${text.slice(0, from)}${opening}\n${body}\n${closing}${text.slice(to)}`
  }
  return text.slice(0, bodyFrom) + body + text.slice(bodyTo)
}

const item = /^\s*(?:[-*•|]|\d{1,3}[.)]\s)/

/** One more item goes on the next line, anything else behind a gap. */
function appended(before: string, more: string): string {
  if (before === '') return more
  const last = before.slice(before.lastIndexOf('\n') + 1)
  return before + (item.test(last) && item.test(more) ? '\n' : '\n\n') + more
}

function without(text: string, sections: readonly TextSection[], index: number): string {
  const [before, section, after] = [sections[index - 1], sections[index], sections[index + 1]]
  if (section === undefined) return text
  if (after !== undefined) return text.slice(0, section.from) + text.slice(after.from)
  return text.slice(0, before?.to ?? section.from) + text.slice(section.to)
}

/** Where a section of that name belongs among those that are there: the index of the one it comes before. */
export function placeFor(name: string, sections: readonly { name: string }[], style: Family): number {
  const order: readonly string[] = styles[style].order
  const own = order.indexOf(baseName(name))
  if (own === -1) return sections.length
  const predecessor = sections.findLastIndex(({ name: other }) => {
    const at = order.indexOf(baseName(other))
    return at !== -1 && at <= own
  })
  if (predecessor !== -1) return predecessor + 1
  return sections[0]?.name === 'opening' ? 1 : 0
}

function withNew(text: string, sections: readonly TextSection[], style: Family, name: string, body: string): string {
  const at = placeFor(name, sections, style)
  const [before, after] = [sections[at - 1], sections[at]]
  const base = baseName(name)
  const leads = base === 'role' ? before === undefined : before?.name === 'role' && before.kind === 'loose' && at === 1
  const wrapped = leads ? wrapSection(style, base, body) : wrapWithHeading(style, base, body)
  if (before !== undefined) return `${text.slice(0, before.to)}\n\n${wrapped}${text.slice(before.to)}`
  if (after !== undefined) return `${text.slice(0, after.from)}${wrapped}\n\n${text.slice(after.from)}`
  return wrapped + text
}
