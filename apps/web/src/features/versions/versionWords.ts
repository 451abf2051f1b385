import type { Person, TemplateVersionSummary } from '@prologue/contracts'
import { builtInOwner } from '../../ui/templateWords.ts'
import type { VersionedTemplate } from './versionedTemplate.ts'

/** Who made a version. Whose account is gone has no name. */
export function authorWord(author: Pick<Person, 'id' | 'name'> | null, meId: string | undefined): string {
  if (author === null) return builtInOwner
  if (author.id === meId) return 'You'
  return author.name === '' ? 'A deleted account' : author.name
}

/** What a version is called in a list: what its author said of it. */
export function versionTitle({ number, message }: Pick<TemplateVersionSummary, 'number' | 'message'>): string {
  if (message !== '') return message
  return number === 1 ? 'First version' : 'No message'
}

/**
 * Where a version came from, if that is not simply the one before it: "from version 2". `numbers` has the numbers of the versions that are
 * known by their ids; `source` is the title of the template that was forked, where it may be seen.
 */
export function originWord(
  { number, parentVersionId }: Pick<TemplateVersionSummary, 'number' | 'parentVersionId'>,
  numbers: ReadonlyMap<string, number>,
  source: string | undefined,
): string | null {
  if (parentVersionId === null) return null
  if (number === 1) return source === undefined ? 'forked' : `forked from “${source}”`
  const parent = numbers.get(parentVersionId)
  return parent === undefined || parent === number - 1 ? null : `from version ${parent}`
}

/**
 * The version that one is compared with: what it was made from, where that is known, else the nearest before it. Readers are not shown
 * every version, so among those that are known the one before need not have the number before. 0: there is none.
 */
export function numberBefore(
  { number, parentVersionId }: Pick<TemplateVersionSummary, 'number' | 'parentVersionId'>,
  numbers: ReadonlyMap<string, number>,
): number {
  const parent = numbers.get(parentVersionId ?? '')
  if (parent !== undefined) return parent
  const known = [...numbers.values()].filter((one) => one < number)
  return known.length > 0 ? Math.max(...known) : number - 1
}

/** The labels that point to a version, the one that moves by itself first. */
export function labelsAt({ labels, latestNumber }: Pick<VersionedTemplate, 'labels' | 'latestNumber'>, number: number): string[] {
  const others = labels.filter((label) => label.name !== 'latest' && label.number === number).map(({ name }) => name)
  return number === latestNumber ? ['latest', ...others] : others
}

type Differences = { places: number; variables: number; settings: number }

/** How much differs between two versions, in a sentence. */
export function differenceWords({ places, variables, settings }: Differences): string {
  const parts = [
    count(places, 'place in the text', 'places in the text'),
    count(variables, 'variable'),
    count(settings, 'setting'),
  ]
  const told = parts.filter((part) => part !== null)
  if (told.length === 0) return 'Nothing differs.'
  const single = places + variables + settings === 1
  return `${listed(told)} ${single ? 'differs' : 'differ'}.`
}

function count(many: number, one: string, more = `${one}s`): string | null {
  if (many === 0) return null
  return many === 1 ? `1 ${one}` : `${many.toLocaleString('en')} ${more}`
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
