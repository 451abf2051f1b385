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

/** The name without the number that tells sections of one name apart: "tone#2" is one more tone. */
export const baseName = (name: string): string => name.replace(/#\d+$/, '')

/** The composer's name of a section, where the words are its heading or its tag; else the words themselves. */
export function sectionNameOf(words: string): string {
  const bare = words
    .replace(/^[\s*_#:]+|[\s*_#:：]+$/g, '')
    .replace(/\s+/g, ' ')
    .slice(0, longest)
    .trim()
  const lower = bare.toLowerCase()
  return byHeading.get(lower) ?? (isSectionName(lower) ? lower : bare)
}
