import { guessFamily } from '../fit/guessFamily.ts'
import { formatIds, type FormatId, type PortableTemplate, type PortableVersion } from '../types.ts'

/** What of a template and its versions a format may hold or not. */
type Part =
  | 'title'
  | 'description'
  | 'category'
  | 'tags'
  | 'versions'
  | 'labels'
  | 'settings'
  | 'message'
  | 'author'
  | 'createdAt'
  | 'variables'

type Target = { id: FormatId; name: string; holds: readonly Part[] }

/** What a format without a place for some parts loses of a template, a sentence each. None of them holds ratings, a family, or which version came from which. */
export function partLosses(template: PortableTemplate, { id, name, holds }: Target): string[] {
  const { versions, labels, extras } = template
  const written = holds.includes('versions') ? versions : versions.slice(-1)
  const some = (has: (version: PortableVersion) => unknown) => written.some((version) => Boolean(has(version)))
  const missing: [Part, boolean, string][] = [
    ['title', true, 'its title'],
    ['description', template.description !== '', 'its description'],
    ['category', template.category !== null, 'its category'],
    ['tags', template.tags.length > 0, 'its tags'],
    ['labels', labels.length > 0, 'its labels'],
    ['settings', some(({ settings }) => Object.keys(settings).length > 0), 'the model and its settings'],
    ['message', some(({ message }) => message), 'what was said of the version'],
    ['author', some(({ author }) => author), 'who wrote it'],
    ['createdAt', some(({ createdAt }) => createdAt), 'when it was written'],
  ]
  const parts = missing.flatMap(([part, has, words]) => (has && !holds.includes(part) ? [words] : []))
  if (template.ratings !== null) parts.push('its ratings')
  const { family } = template
  const guessed = holds.includes('settings') ? guessFamily(template) : null
  if (family != null && family !== guessed) parts.push('the models it is written for')
  const isBranched = written.some(({ parent }, index) => parent !== undefined && parent !== (versions[index - 1]?.number ?? null))
  if (isBranched && holds.includes('versions')) parts.push('which version came from which')
  const losses = parts.map((words) => `${name} has no place for ${words}.`)
  const onlyLatest = !holds.includes('versions') && (versions.length > 1 || versions[0]?.number !== 1)
  if (onlyLatest) losses.push('Only the latest version is written, without its number.')
  if (!holds.includes('variables') && some(({ variables }) => variables.length > 0))
    losses.push(`${name} does not declare variables: their types, defaults and descriptions are left out.`)
  const others = formatIds.filter((other) => other !== id && extras[other] !== undefined)
  if (others.length > 0) losses.push(`What was kept from files of other formats is left out: ${others.join(', ')}.`)
  return losses
}
