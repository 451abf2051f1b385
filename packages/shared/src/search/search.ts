import { limits, type SearchHit, type SearchInput } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { queryTerms } from '../database/words/index.ts'
import { cutPage, noSuchPage, readCursor, type Page } from '../pages.ts'
import { signedIn } from '../policies/index.ts'
import { matchPlan } from './choosePlan.ts'
import { matchWords, testAll, type Search } from './findHits.ts'
import { findTemplates, unranked, type Found } from './findTemplates.ts'
import { readFrequencies, type Frequencies } from './frequencies.ts'
import { placeSchema } from './places.ts'
import { presentHits } from './presentHits.ts'
import { rankTerms } from './rank.ts'
import { sources, type Kind } from './sources.ts'

/**
 * A page of the templates, conversations or prompts that have all words of a text and that the actor may see. A text without
 * words finds nothing.
 * @throws AppError UNAUTHENTICATED, VALIDATION for a cursor of another search.
 */
export async function search(ctx: Ctx, input: SearchInput): Promise<Page<SearchHit>> {
  const { kind, sort } = input
  if (kind !== 'templates') signedIn(ctx.actor)
  const words = queryTerms(input.text, { typing: input.prefix })
  if (words.length === 0) return { items: [], nextCursor: null }
  const source = sources[kind]
  const after = readCursor(input.cursor, placeSchema)
  // Where the words were too common to rank by, the pages go on in the order the first one had.
  const known = !after || after.order === sort || (kind === 'templates' && sort === 'relevance' && after.order === unranked)
  if (!known) throw noSuchPage()
  const frequencies = await readFrequencies(ctx, kind, words)
  const terms = rankTerms(words, frequencies, after?.weights)
  const order = after?.order ?? sort
  const asked = { source, order, terms, filters: [], pairs: [], after, limit: limits.page + 1, closed: true }
  const found = await (kind === 'templates' ? findTemplates(ctx, asked, frequencies) : findMine(ctx, kind, asked, frequencies))
  const weights = found.order === 'relevance' ? terms.map(({ weight }) => weight) : []
  const page = cutPage(found.hits, limits.page, ({ value, id }) => [found.order, weights, value, id])
  return { ...page, items: await presentHits(ctx, kind, page.items, terms) }
}

/** Microseconds a search may cost before it is worth counting what the actor takes part in. */
const patienceToCount = 2_000

/** To find one of one's own rows, its conversation and participant are read too. */
const rowsOfOne = 2

type Mine = Exclude<Kind, 'templates'>
/** What one takes part in is often less than what the index has to read of everybody's. */
async function findMine(ctx: Ctx, kind: Mine, search: Search, frequencies: Frequencies): Promise<Found> {
  const { costs } = ctx.database.dialect.search
  const { match, cost } = matchPlan({ terms: search.terms, pairs: [] }, frequencies, costs)
  const readsLess = cost > patienceToCount && cost > (await countMine(ctx, kind)) * costs.row * rowsOfOne
  const hits = readsLess ? await testAll(ctx, search) : await matchWords(ctx, search, match)
  return { order: search.order, hits }
}

async function countMine({ db, actor }: Ctx, kind: Mine): Promise<number> {
  const counted = await db('conversation_participants as mine')
    .join('conversations', 'conversations.id', 'mine.conversationId')
    .where('mine.userId', signedIn(actor).userId)
    .count({ conversations: '*' })
    .sum({ prompts: 'conversations.promptCount' })
    .first<Record<Mine, number | string | null>>()
  return Number(counted[kind] ?? 0)
}
