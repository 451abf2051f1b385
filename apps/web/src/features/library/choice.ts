import {
  limits,
  type LibraryFacets,
  type LibraryScope,
  type TemplateCategory,
  type TemplateFamily,
  type TemplateSort,
} from '@prologue/contracts'
import { categoryWords, familyWords, sortWords } from '../../ui/templateWords.ts'

/** What somebody looks for in the library: all of it stands in the address. */
export type LibraryChoice = {
  scope: LibraryScope
  text: string
  category: TemplateCategory | undefined
  tags: readonly string[]
  authorId: string | undefined
  family: TemplateFamily | undefined
  /** Undefined: the best match of the words, or what is rated best. */
  sort: TemplateSort | undefined
}

export const nothingChosen: LibraryChoice = {
  scope: 'public',
  text: '',
  category: undefined,
  tags: [],
  authorId: undefined,
  family: undefined,
  sort: undefined,
}

/** Another list is looked at: what was chosen in the last stays there. */
export const onlyScope = ({ scope }: Pick<LibraryChoice, 'scope'>): LibraryChoice => ({ ...nothingChosen, scope })

const scopes: Readonly<Record<LibraryScope, true>> = { public: true, mine: true, favourites: true, deleted: true }
const isId = (value: string) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/u.test(value)

function oneOf<K extends string>(known: Readonly<Record<K, unknown>>, value: string | null): K | undefined {
  const isKnown = (key: string): key is K => Object.hasOwn(known, key)
  return value !== null && isKnown(value) ? value : undefined
}

/** What an address chooses; what it says that nobody could choose is left out. */
export function readChoice(search: string): LibraryChoice {
  const query = new URLSearchParams(search)
  const author = query.get('author')
  const tags = query.getAll('tag').map((tag) => tag.trim().toLowerCase())
  return {
    scope: oneOf(scopes, query.get('scope')) ?? 'public',
    text: (query.get('q') ?? '').slice(0, limits.search),
    category: oneOf(categoryWords, query.get('category')),
    tags: [...new Set(tags)].filter((tag) => tag !== '' && tag.length <= limits.tag).slice(0, limits.tagsAsked),
    authorId: author !== null && isId(author) ? author : undefined,
    family: oneOf(familyWords, query.get('family')),
    sort: oneOf(sortWords, query.get('sort')),
  }
}

/** The path of a choice: the same for the same, so that it can be shared. */
export function pathOf(choice: LibraryChoice): string {
  const query = new URLSearchParams()
  if (choice.scope !== 'public') query.set('scope', choice.scope)
  if (choice.text !== '') query.set('q', choice.text)
  if (choice.category) query.set('category', choice.category)
  for (const tag of choice.tags) query.append('tag', tag)
  if (choice.authorId) query.set('author', choice.authorId)
  if (choice.family) query.set('family', choice.family)
  if (choice.sort) query.set('sort', choice.sort)
  const written = query.toString()
  return written ? `/templates?${written}` : '/templates'
}

/** As the server is asked; the last word may be half typed. */
export function filterOf({ scope, text, category, tags, authorId, family }: LibraryChoice) {
  return {
    scope,
    text,
    prefix: true,
    tags: [...tags],
    ...(category && { category }),
    ...(authorId && { authorId }),
    ...(family && { family }),
  }
}

/** Whether anything is chosen that can be taken back. */
export const isNarrowed = ({ text, category, tags, authorId, family }: LibraryChoice): boolean =>
  text !== '' || category !== undefined || tags.length > 0 || authorId !== undefined || family !== undefined

/** "128 templates", "More than 1,000 templates". */
export function foundWords({ found, more }: Pick<LibraryFacets, 'found' | 'more'>): string {
  const count = found.toLocaleString('en')
  if (more) return `More than ${count} templates`
  return found === 0 ? 'No template' : found === 1 ? '1 template' : `${count} templates`
}
