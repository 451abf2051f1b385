import type { Term } from '../database/words/index.ts'
import type { Frequencies } from './frequencies.ts'

/** Microseconds: to read that one row has a word from the index, and to read and judge a row. */
type Costs = { posting: number; row: number }

/**
 * How to find rows that have all terms. `match` asks the index for some of them and tests the rows it finds for the others, which
 * are so common that the index would read longer. `walk` tests rows in their order until a page is full; `rows` is how many to
 * take before doubting the estimate.
 */
type Match = { way: 'match'; terms: Term[]; tests: Term[] }
export type Plan = Match | { way: 'walk'; rows: number }

/** Microseconds after which the best order is not worth the wait. */
const patience = 60_000

/** How far an estimate may be wrong, as words that go together or keep apart make it. */
const doubt = 4

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
  const rows = page / share
  const worthIt = readable || cost > patience
  return worthIt && rows * costs.row < cost ? { way: 'walk', rows: Math.ceil(rows * doubt) } : match
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
