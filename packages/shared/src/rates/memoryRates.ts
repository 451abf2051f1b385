import { RateLimiterMemory } from 'rate-limiter-flexible'
import { makeRates, type Counter, type Rates } from './makeRates.ts'
import { rateTable, type RateName } from './rateTable.ts'

/** Counts in the memory of this process. */
export function memoryCounter(name: RateName): Counter {
  return new RateLimiterMemory({ points: rateTable[name].points, duration: rateTable[name].seconds, keyPrefix: name })
}

/** Counts in this process alone. */
export const memoryRates = (): Rates => makeRates(memoryCounter)
