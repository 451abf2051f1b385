import { headings } from '../composer/styles.ts'
import { sectionNames, type SectionName } from '../composer/types.ts'

const known: ReadonlySet<string> = new Set(sectionNames)
const byHeading: ReadonlyMap<string, SectionName> = new Map(
  sectionNames.map((name) => [headings[name].toLowerCase(), name] as const),
)

/** Longer headings are told apart by their beginning. */
const longest = 80

export function isSectionName(name: string): name is SectionName {
  return known.has(name)
}

/** The number that tells sections of one name apart: "tone#2" is one more tone. Behind a space it is a word of a heading. */
const number = /(?<=\S)#(\d{1,6})$/

/** The name without that number. */
export const baseName = (name: string): string => name.replace(number, '')

/**
 * The one name of a section, however it is spelled: the composer's, where the words are its heading, its tag or its name, else the words
 * themselves; with its number from the second of a name on. The name of a name is itself.
 */
export function sectionNameOf(words: string): string {
  const bare = bareOf(words)
  const count = number.exec(bare)?.[1]
  if (count === undefined) return named(bare)
  const base = named(bareOf(baseName(bare)))
  // The first of a name has no number.
  return Number(count) < 2 ? sectionNameOf(base) : `${base}#${Number(count)}`
}

function named(bare: string): string {
  const name = bare.slice(0, longest).replace(ending, '')
  const lower = name.toLowerCase()
  return byHeading.get(lower) ?? (isSectionName(lower) ? lower : name)
}

const ending = /[\s*_#:：]+$/
const tag = /^<\/?([a-z][a-z0-9_]*)>$/i
const trimmed = (words: string) => words.replace(/^[\s*_#:]+/, '').replace(ending, '')

/** Words without what sets them off as a heading or a tag. Of a line without end a beginning is enough. */
function bareOf(words: string): string {
  const bare = trimmed(words.slice(0, 1000))
  return trimmed(tag.exec(bare)?.[1] ?? bare).replace(/\s+/g, ' ')
}
