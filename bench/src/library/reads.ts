import { templateCategorySchema, templateSorts } from '@prologue/contracts'
import type { Caller } from '../data/callers.ts'
import type { Commonness, Sample } from './sample.ts'

export type Input = NonNullable<Parameters<Caller['library']['browse']>[0]>

/** One way of reading the library. */
export type Read = {
  name: string
  /** Whether the filters are counted, or a page is read. */
  of: 'browse' | 'facets'
  /** Milliseconds that 95 of 100 calls may take at a million templates. */
  target: number
  /** How many times as long it may take where there are ten times as many templates. */
  growth: number | null
  inputs(sample: Sample): Input[]
  /** At which page it is read; the last where there are fewer. */
  page: number
}

const deep = 200

type Promised = Pick<Read, 'of' | 'target' | 'growth'>
const reader =
  ({ of, target, growth }: Promised) =>
  (name: string, inputs: Read['inputs'], page = 1): Read => ({ of, target, growth, name, inputs, page })

const search = reader({ of: 'browse', target: 150, growth: 4 })
const browse = reader({ of: 'browse', target: 20, growth: null })
const facets = reader({ of: 'facets', target: 150, growth: null })

const kindsOfWords: readonly Commonness[] = ['rare', 'middle', 'common']

const searches = (['relevance', 'best-rated'] as const).flatMap((sort) => {
  const of = (texts: readonly string[]) => texts.map((text): Input => ({ text, sort }))
  return [
    search(`rare word, ${sort}`, ({ words }) => of(words.rare)),
    search(`word of the middle, ${sort}`, ({ words }) => of(words.middle)),
    search(`common word, ${sort}`, ({ words }) => of(words.common)),
    search(`mixed words, ${sort}`, ({ mixed }) => of(mixed)),
    search(`two of the middle, ${sort}`, ({ twoOfTheMiddle }) => of(twoOfTheMiddle)),
  ]
})

const typing = search('while typing', ({ beginnings }) => beginnings.map((text) => ({ text, prefix: true })))

const narrowed = kindsOfWords.map((kind) =>
  search(`${kind} word, category and tag`, ({ words, tags, categories }) =>
    words[kind].map((text, turn) => ({ text, category: categoryAt(categories, turn), tags: tagAt(tags, turn) })),
  ),
)

const tagAt = (tags: readonly string[], turn: number) => tags.slice(turn % tags.length).slice(0, 1)
const categoryAt = (categories: readonly string[], turn: number) =>
  templateCategorySchema.parse(categories[turn % categories.length])

type Sort = (typeof templateSorts)[number]

/** By each order, at the first page and deep down. */
const orders = (name: string, inputs: (sample: Sample, sort: Sort) => Input[]): Read[] =>
  templateSorts.flatMap((sort) => {
    const of: Read['inputs'] = (sample) => inputs(sample, sort)
    return [browse(`${name}, ${sort}`, of), browse(`${name}, ${sort}, page ${deep}`, of, deep)]
  })

export const reads: Read[] = [
  ...searches,
  typing,
  ...narrowed,
  ...orders('browse', (_, sort) => [{ sort }]),
  ...orders('of a category', ({ categories }, sort) =>
    categories.map((_, turn) => ({ category: categoryAt(categories, turn), sort })),
  ),
  ...orders('with a tag', ({ tags }, sort) => tags.map((tag) => ({ tags: [tag], sort }))),
  browse('with any tag, newest', ({ anyTags }) => anyTags.map((tag) => ({ tags: [tag], sort: 'newest' }))),
  browse('of an author, most-used', ({ authors }) => authors.map((authorId) => ({ authorId, sort: 'most-used' }))),
  browse('category, tag and family, trending', ({ tags, categories }) =>
    tags.map((tag, turn) => ({ tags: [tag], category: categoryAt(categories, turn), family: 'gpt', sort: 'trending' })),
  ),
  browse('mine, best-rated', () => [{ scope: 'mine', sort: 'best-rated' }]),
  browse('mine, newest', () => [{ scope: 'mine', sort: 'newest' }]),
  facets('facets of all', () => [{}]),
  facets('facets of a word', ({ words }) => words.middle.map((text) => ({ text }))),
  facets('facets of a tag', ({ tags }) => tags.map((tag) => ({ tags: [tag] }))),
]
