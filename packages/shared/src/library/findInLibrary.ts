import type { LibraryFilter, LibraryScope } from '@prologue/contracts'
import type { Knex } from 'knex'
import type { Actor, Ctx } from '../context.ts'
import { filterTerms, pairTerms, queryTerms, templateFilters, type Term } from '../database/words/index.ts'
import { ownDeletedTemplates, ownTemplates, publicTemplates, readableTemplates, signedIn } from '../policies/index.ts'
import {
  findSome,
  findTemplates,
  rankTerms,
  readFrequencies,
  sources,
  testAll,
  unranked,
  type Found,
  type Search,
} from '../search/index.ts'

/** Of a query over `templates` those of a scope that is one's own: they are few, so each is looked at. */
const own: Record<Exclude<LibraryScope, 'public'>, (query: Knex.QueryBuilder, actor: Actor) => void> = {
  mine: (query, actor) => ownTemplates(query, signedIn(actor).userId),
  deleted: (query, actor) => ownDeletedTemplates(query, signedIn(actor).userId),
  favourites(query, actor) {
    const { userId } = signedIn(actor)
    void query.join('template_favourites', 'template_favourites.templateId', 'templates.id').where({ userId })
    readableTemplates(query, actor)
  },
}

/** In which order; after a page of it; how many; and whether of very many any will do. */
type Wanted = Pick<Search, 'order' | 'after' | 'limit'> & { any?: boolean }

/** The templates that a filter leaves, the words that were looked for, and how much each counted. */
type FoundInLibrary = Found & { words: readonly Term[]; weights: number[] }

/**
 * What a filter leaves of its scope. Without words nothing is more relevant than another: the best rated come first then.
 * @throws AppError UNAUTHENTICATED for a scope of one's own.
 */
export async function findInLibrary(ctx: Ctx, filter: LibraryFilter, wanted: Wanted): Promise<FoundInLibrary> {
  const { order, after, limit, any = false } = wanted
  const words = queryTerms(filter.text, { typing: filter.prefix })
  const chosen = templateFilters(filter)
  const filters = filterTerms(chosen)
  const pairs = pairTerms(chosen)
  const frequencies = await readFrequencies(ctx, 'templates', [...words, ...filters, ...pairs])
  const terms = rankTerms(words, frequencies, after?.weights)
  const search = { order: words.length === 0 && order === 'relevance' ? unranked : order, terms, filters, after, limit }
  const { scope } = filter
  const found =
    scope === 'public'
      ? await (any ? findSome : findTemplates)(
          ctx,
          { ...search, pairs, source: { ...sources.templates, visible: publicTemplates }, closed: false },
          frequencies,
        )
      : { order: search.order, hits: await testAll(ctx, { ...search, source: { ...sources.templates, visible: own[scope] } }) }
  return { ...found, words, weights: found.order === 'relevance' ? terms.map(({ weight }) => weight) : [] }
}
