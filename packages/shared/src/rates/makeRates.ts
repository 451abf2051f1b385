import { RateLimiterRes } from 'rate-limiter-flexible'
import { rateTable, type RateName } from './rateTable.ts'

/** What is left after a use was counted. */
export type Allowance = {
  name: RateName
  allowed: boolean
  remaining: number
  /** Whole seconds until all of it is there again. */
  resetsIn: number
}

export type Rates = {
  /** Counts one use by `key`, refused or not. Nothing is thrown for one too many: `allowed` tells. */
  take(name: RateName, key: string): Promise<Allowance>
}

/** Counts uses and answers how many there were; rejects with the same where there were too many. */
export type Counter = { consume(key: string): Promise<RateLimiterRes> }

/** The rates of the table, each counted by a counter of its own that is made when it is first asked. */
export function makeRates(makeCounter: (name: RateName) => Counter): Rates {
  const counters = new Map<RateName, Counter>()
  const counterOf = (name: RateName): Counter => {
    const counter = counters.get(name) ?? makeCounter(name)
    counters.set(name, counter)
    return counter
  }
  return {
    async take(name, key) {
      const used = await counterOf(name)
        .consume(key)
        .catch((refusal: unknown) => {
          if (refusal instanceof RateLimiterRes) return refusal
          throw refusal
        })
      return {
        name,
        allowed: used.consumedPoints <= rateTable[name].points,
        remaining: used.remainingPoints,
        resetsIn: Math.max(Math.ceil(used.msBeforeNext / 1_000), 1),
      }
    },
  }
}
