import type { Term } from '../database/words/index.ts'
import type { Frequencies } from './frequencies.ts'

/**
 * Microseconds: to read that one row has a word from the index, to read and judge a row that the index found, and to test one in
 * an order that is walked.
 */
type Costs = { posting: number; row: number; candidate: number }

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

type Choice = {
  terms: readonly Term[]
  frequencies: Frequencies
  costs: Costs
  page: number
  /** Whether rows are wanted in an order that they can be read in, or in that of the index alone. */
  readable: boolean
}

export function choosePlan({ terms, frequencies, costs, page, readable }: Choice): Plan {
  const { match, cost } = matchPlan(terms, frequencies, costs)
  const share = terms.reduce((product, term) => product * frequencies.share(term), 1)
  const goesOn = (left: number) => left * costs.candidate < cost
  const worthIt = readable ? goesOn(page / share) || goesOn(trial * worthATrial) : cost > patience
  return worthIt ? { way: 'walk', instead: match, first: trial, goesOn } : match
}

/** Of the terms, from the rarest on, each goes to the index that costs less there than the rows it spares. */
export function matchPlan(terms: readonly Term[], frequencies: Frequencies, costs: Costs): { match: Match; cost: number } {
  const known = terms.map((term) => ({ term, share: frequencies.share(term) })).toSorted((one, other) => one.share - other.share)
  const chosen: Term[] = []
  const tests: Term[] = []
  let rows = frequencies.rows
  let cost = 0
  for (const { term, share } of known) {
    const reading = frequencies.rows * share * costs.posting
    const spared = rows * (1 - share) * costs.row
    if (chosen.length > 0 && reading > spared) tests.push(term)
    else {
      chosen.push(term)
      rows *= share
      cost += reading
    }
  }
  return { match: { way: 'match', terms: chosen, tests }, cost: cost + rows * costs.row }
}
