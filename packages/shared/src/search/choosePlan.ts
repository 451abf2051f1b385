import type { Term } from '../database/words/index.ts'
import type { Frequencies, Wanted } from './frequencies.ts'

/**
 * Microseconds: to read that one row has a word from the index, to read and judge a row that the index found, to test one in an
 * order that is walked, and to see in that order that one has other filters.
 */
type Costs = { posting: number; row: number; candidate: number; entry: number }

/**
 * How to find rows that have all terms. `match` asks the index for some of them and tests the rows it finds for the others, which
 * are so common that the index would read longer. `walk` tests rows in their order until a page is full, as long as `instead`
 * would take longer than the rows that are left.
 */
type Match = { way: 'match'; terms: Term[]; tests: Term[] }
export type Plan = Match | ({ way: 'walk'; instead: Match } & Steps)

/** How many rows a walk tests first, and whether it goes on when so many seem to be left. */
export type Steps = { first: number; goesOn: (rows: number) => boolean }

/** Rows that show how often the words go together, which is more often than by chance. */
const trial = 2_000

/** How many times a trial the index must cost before one is worth it. */
const worthATrial = 3

/** Microseconds after which the best order is not worth the wait. */
const patience = 60_000

/** Microseconds for which filters are walked for, whatever was counted: how many rows have one changes in a day. */
const patienceToWalk = 10_000

type Choice = {
  words: readonly Term[]
  filters: readonly Wanted[]
  /** Words that all rows have which have the filters, and hardly any other. */
  pairs: readonly Term[]
  frequencies: Frequencies
  costs: Costs
  page: number
  /** Whether rows are wanted in an order that they can be read in, or in that of the index alone. */
  readable: boolean
}

export function choosePlan({ words, filters, pairs, frequencies, costs, page, readable }: Choice): Plan {
  const terms = [...words, ...filters]
  if (terms.length === 0) return { way: 'walk', instead: { way: 'match', terms: [], tests: [] }, first: page, goesOn: () => true }
  const { match, cost } = matchPlan({ terms, pairs }, frequencies, costs)
  const most = words.length > 0 ? cost : Math.max(cost, patienceToWalk)
  const costOfRow = costToWalk(filters, frequencies, costs)
  const goesOn = (left: number) => left * costOfRow < most
  const byChance = page / together(terms, frequencies)
  const worthIt = readable ? words.length === 0 || goesOn(byChance) || goesOn(trial * worthATrial) : cost > patience
  return worthIt ? { way: 'walk', instead: match, first: trial, goesOn } : match
}

/** How the index finds any page of the rows, where sorting all that it finds takes long and walking an order does, too; else null. */
export function someAreSooner({ words, filters, pairs, frequencies, costs, page }: Omit<Choice, 'readable'>): Match | null {
  const terms = [...words, ...filters]
  if (terms.length === 0) return null
  const { match, rows, cost } = matchPlan({ terms, pairs }, frequencies, costs)
  const ofSome = cost - Math.max(0, rows - page) * costs.row
  const walked = (page / together(terms, frequencies)) * costToWalk(filters, frequencies, costs)
  return cost > patience && ofSome < walked ? match : null
}

/** The part of all rows that has all of these, if they go together by chance. */
const together = (terms: readonly Wanted[], frequencies: Frequencies) =>
  terms.reduce((product, term) => product * frequencies.share(term), 1)

/** Microseconds a row in an order that is walked. */
const costToWalk = (filters: readonly Wanted[], frequencies: Frequencies, { entry, candidate }: Costs) =>
  entry + together(filters, frequencies) * (candidate - entry)

/**
 * Of the terms and pairs, from the rarest on, each goes to the index that costs less there than the rows it spares. The other terms are tested;
 * of a pair, what it is made of is.
 */
export function matchPlan(
  { terms, pairs }: { terms: readonly Wanted[]; pairs: readonly Term[] },
  frequencies: Frequencies,
  costs: Costs,
): { match: Match; rows: number; cost: number } {
  const all = [...terms, ...pairs]
  const known = all.map((term) => ({ term, share: frequencies.share(term) })).toSorted((one, other) => one.share - other.share)
  const chosen: Term[] = []
  // Where nobody has counted, what costs less is told by the shares alone.
  const most = Math.max(frequencies.rows, 1)
  let rows = most
  let cost = 0
  for (const { term, share } of known) {
    const reading = most * share * costs.posting
    const spared = rows * (1 - share) * costs.row
    if (chosen.length > 0 && reading > spared) continue
    chosen.push(term)
    rows *= share
    cost += reading
  }
  const tests = known.flatMap(({ term }) => (chosen.includes(term) || pairs.includes(term) ? [] : [term]))
  return { match: { way: 'match', terms: chosen, tests }, rows, cost: cost + rows * costs.row }
}
