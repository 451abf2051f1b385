import { limits, tagsSchema, type LibraryFacets, type LibraryFilter } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import type { Template } from '../models/index.ts'
import { peopleById } from '../templates/index.ts'
import { findInLibrary } from './findInLibrary.ts'

/** Of more not all are counted. */
const most = 1_000

type Row = Pick<Template, 'category' | 'family' | 'ownerId'> & { tags: unknown }

/**
 * How many of what is found have which category, tag, family and author. Another category, family or author would take the place of the one
 * that is chosen, so these are counted as if none were; another tag narrows what is found further.
 * @throws AppError UNAUTHENTICATED for a scope of one's own.
 */
export async function countFacets(ctx: Ctx, filter: LibraryFilter): Promise<LibraryFacets> {
  const found = await readRows(ctx, filter)
  const without = (kind: 'category' | 'family' | 'authorId') =>
    filter[kind] === undefined ? found : readRows(ctx, { ...filter, [kind]: undefined })
  const [categories, families, authors] = [await without('category'), await without('family'), await without('authorId')]
  const counted = { categories, tags: found, families, authors }
  const kinds = ['categories', 'tags', 'families', 'authors'] as const
  return {
    found: found.rows.length,
    more: found.more,
    partial: kinds.filter((kind) => counted[kind].more),
    categories: count(categories.rows.map(({ category }) => category)),
    tags: count(found.rows.flatMap(({ tags }) => readTags(tags))),
    families: count(families.rows.flatMap(({ family }) => family ?? [])),
    authors: await countAuthors(ctx, authors.rows),
  }
}

async function countAuthors(ctx: Ctx, rows: readonly Row[]): Promise<LibraryFacets['authors']> {
  const counts = count(rows.flatMap(({ ownerId }) => ownerId ?? []))
  const people = await peopleById(
    ctx,
    counts.map(({ value }) => value),
  )
  return counts.flatMap(({ value, count: times }) => {
    const person = people.get(value)
    return person ? [{ value: person, count: times }] : []
  })
}

/** What is counted of the templates that a filter leaves: the best rated, or any of them where there are so many that telling these takes long. */
async function readRows(ctx: Ctx, filter: LibraryFilter): Promise<{ rows: Row[]; more: boolean }> {
  const { hits } = await findInLibrary(ctx, filter, { order: 'best-rated', after: null, limit: most + 1, any: true })
  const ids = hits.slice(0, most).map(({ id }) => id)
  const rows = await ctx.db('templates').whereIn('id', ids).select<Row[]>('category', 'family', 'ownerId', 'tags')
  return { rows, more: hits.length > most }
}

const readTags = (tags: unknown) => tagsSchema.parse(typeof tags === 'string' ? JSON.parse(tags) : tags)

/** The most frequent first; of tags there may be thousands. */
function count<Value extends string>(values: readonly Value[]): { value: Value; count: number }[] {
  const counts = new Map<Value, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .map(([value, times]) => ({ value, count: times }))
    .toSorted((one, other) => other.count - one.count || one.value.localeCompare(other.value))
    .slice(0, limits.facetValues)
}
