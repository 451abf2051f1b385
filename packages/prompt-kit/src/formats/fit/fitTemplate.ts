import { templateFault } from '../../variables/parseTemplate.ts'
import type { PortableTemplate, PortableVersion } from '../types.ts'
import { fitTags } from './fitTags.ts'
import { fitSettings } from './fitSettings.ts'
import type { Original } from './original.ts'

/** How large what is kept of a template may be, in characters and counts. */
export type Room = {
  title: number
  description: number
  tag: number
  tags: number
  template: number
  versionMessage: number
  /** Of one template, the newest. */
  versionsAtOnce: number
  /** Of all that is kept of a file beside the template, as JSON. */
  metadata: number
}

/** A template as it can be kept. `category` is one of those that are known, or null; `notes` say what was made to fit. */
export type Fitted = Pick<PortableTemplate, 'title' | 'description' | 'category' | 'tags' | 'extras'> & {
  /** The oldest first; they are numbered from 1, as are their parents. */
  versions: (Pick<PortableVersion, 'content' | 'variables' | 'settings' | 'message'> & { parent: number | null })[]
  /** Null where it is too much to be kept. */
  original: Original | null
  notes: string[]
}

/**
 * Makes a template fit where it is kept, or says in a sentence why it cannot: a text is kept whole or not at all, words about it are cut. Of more
 * versions than there is room for the newest are kept.
 */
export function fitTemplate(
  whole: PortableTemplate,
  room: Room,
  categories: readonly string[],
): { ok: true; fitted: Fitted } | { ok: false; reason: string } {
  const template = { ...whole, versions: whole.versions.slice(-room.versionsAtOnce) }
  const reason = refusal(template, room)
  if (reason !== null) return { ok: false, reason }
  const notes: string[] = []
  if (template.versions.length < whole.versions.length)
    notes.push(`It has ${written(whole.versions.length)} versions; the newest ${written(room.versionsAtOnce)} are kept.`)
  const cut = (text: string, most: number, what: string) => {
    const trimmed = text.trim()
    if (trimmed.length <= most) return trimmed
    notes.push(`${what} is cut to ${most} characters.`)
    return trimmed
      .slice(0, most)
      .replace(/[\uD800-\uDBFF]$/, '')
      .trim()
  }
  const title = cut(template.title, room.title, 'Its title')
  const description = cut(template.description, room.description, 'Its description')
  const tags = fitTags(template.tags, room, notes)
  const category = template.category !== null && categories.includes(template.category) ? template.category : null
  if (category === null && template.category !== null)
    notes.push(`The library has no category "${template.category.slice(0, 100)}".`)
  const numbers = template.versions.map(({ number }) => number)
  const versions = template.versions.map(({ content, variables, settings, message, parent }, index) => ({
    content,
    variables,
    settings: fitSettings(settings, notes),
    message: cut(message, room.versionMessage, 'What was said of a version'),
    parent: (parent === undefined ? index : numbers.indexOf(parent ?? 0) + 1) || null,
  }))
  const isNumbered = template.versions.some(({ number }, index) => number !== index + 1)
  if (isNumbered) notes.push('Its versions are numbered from 1 here.')
  const labels = template.labels.map(({ name, number }) => `${name} at version ${number}`)
  if (labels.length > 0) notes.push(`An import sets no labels: ${labels.slice(0, 10).join(', ')}.`)
  if (template.ratings !== null) notes.push('Its ratings are left out: people rate it here anew.')
  const original: Original = {
    ...changeOf('title', template.title, title),
    ...changeOf('description', template.description, description),
    ...changeOf('tags', template.tags, tags),
    versions: template.versions.map(({ number, author, createdAt, message }, index) => ({
      number,
      author,
      createdAt,
      ...changeOf('message', message, versions[index]?.message ?? ''),
    })),
  }
  const kept = keep(original, template, room, notes)
  return { ok: true, fitted: { title, description, category, tags, versions, ...kept, notes: [...new Set(notes)] } }
}

/** What is kept of the file beside the template: all of it, or the half that has room, or nothing. */
function keep(
  original: Original,
  { extras, category }: PortableTemplate,
  room: Room,
  notes: string[],
): Pick<Fitted, 'extras' | 'original'> {
  const size = JSON.stringify([original, category]).length
  const isKept = size <= room.metadata
  if (!isKept) notes.push('What the file said that was made to fit is too much to be kept: an export writes what is kept here.')
  const isLarge = JSON.stringify(extras).length > room.metadata - (isKept ? size : 0)
  if (isLarge) notes.push('What the file holds beside the template is too much to be kept with it.')
  return { extras: isLarge ? {} : extras, original: isKept ? original : null }
}

/** Why a template is not kept at all. */
function refusal({ title, versions }: PortableTemplate, room: Room): string | null {
  if (title.trim() === '') return 'It has no title.'
  const several = versions.length > 1
  for (const { number, content, variables } of versions) {
    const subject = several ? `Version ${number}` : 'It'
    if (content === '') return `${subject} has no text.`
    if (content.length > room.template)
      return `${subject} has ${written(content.length)} characters; a template can have ${written(room.template)}.`
    const fault = variables.length > 0 ? templateFault(content) : null
    if (fault !== null) return `${subject} declares variables, and cannot be read as a template: ${fault.message}`
  }
  return null
}

const written = (count: number) => count.toLocaleString('en')

function changeOf<Name extends string, Value>(
  name: Name,
  file: Value,
  here: Value,
): { [Key in Name]?: { file: Value; here: Value } } {
  const change: { [Key in Name]?: { file: Value; here: Value } } = {}
  if (JSON.stringify(file) !== JSON.stringify(here)) change[name] = { file, here }
  return change
}
