import type { Ctx } from '../context.ts'
import type { Term } from '../database/words/index.ts'
import { choosePlan, matchPlan, someAreSooner } from './choosePlan.ts'
import { matchSome, matchWords, type Hit, type Search } from './findHits.ts'
import type { Frequencies } from './frequencies.ts'
import { walkTemplates, type Walk } from './walkTemplates.ts'

/** The order of templates whose words are too common to rank by, and of those that no words are asked of. */
export const unranked = 'best-rated'

/** What was found, and in which order it is. */
export type Found = { hits: Hit[]; order: Search['order'] }

/** `pairs` are those of the filters. */
type TemplateSearch = Search & Pick<Walk, 'closed'> & { pairs: readonly Term[] }

/** Templates that have all words and filters, the way that costs least. */
export async function findTemplates(ctx: Ctx, search: TemplateSearch, frequencies: Frequencies): Promise<Found> {
  const { costs } = ctx.database.dialect.search
  const { order, terms: words, filters, pairs } = search
  const ranked = order === 'relevance'
  const choice = { words, filters, pairs, frequencies, costs, page: search.limit, readable: !ranked }
  const plan =
    ranked && search.after ? matchPlan({ terms: [...words, ...filters], pairs }, frequencies, costs).match : choosePlan(choice)
  if (plan.way === 'match') return { order, hits: await matchWords(ctx, search, plan) }
  const walk = { ...search, order: ranked ? unranked : order }
  const hits = await walkTemplates(ctx, walk, plan)
  if (hits) return { order: walk.order, hits }
  return { order, hits: await matchWords(ctx, search, plan.instead) }
}

/** The same for who only counts them: where there are many more than the limit, and it takes long to tell the first in an order, any of them. */
export async function findSome(ctx: Ctx, search: TemplateSearch, frequencies: Frequencies): Promise<Found> {
  const { costs } = ctx.database.dialect.search
  const { order, terms: words, filters, pairs } = search
  const some = someAreSooner({ words, filters, pairs, frequencies, costs, page: search.limit })
  return some ? { order, hits: await matchSome(ctx, search, some) } : findTemplates(ctx, search, frequencies)
}
